package dev.parley.platform;

import static java.lang.annotation.ElementType.METHOD;
import static java.lang.annotation.ElementType.TYPE;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import java.lang.annotation.Retention;
import java.lang.annotation.Target;

/**
 * Who may ask for a resource; what stands at a method goes before what stands at its class. It is
 * not {@code RolesAllowed}, which Payara checks for itself against a caller that only MicroProfile
 * JWT could have told it of: here one filter decides, on every server and on what the database
 * says.
 */
@Retention(RUNTIME)
@Target({TYPE, METHOD})
public @interface OpenTo {
  Audience value();
}
