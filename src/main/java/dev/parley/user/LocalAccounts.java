package dev.parley.user;

import static java.lang.annotation.ElementType.METHOD;
import static java.lang.annotation.ElementType.TYPE;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import jakarta.ws.rs.NameBinding;
import java.lang.annotation.Retention;
import java.lang.annotation.Target;

/**
 * What is there only where Parley has accounts and passwords of its own. Where an identity provider
 * signs people in, it is refused.
 */
@NameBinding
@Retention(RUNTIME)
@Target({TYPE, METHOD})
public @interface LocalAccounts {}
