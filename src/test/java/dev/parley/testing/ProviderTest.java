package dev.parley.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A test of the built WAR where a {@link PlainProvider} signs people in. The server is started with
 * the first such test and stopped after the last. Parameters may be {@link ParleyServer}, {@link
 * Api} (of nobody) and {@link PlainProvider}, which behaves well when a test begins.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@ExtendWith(ProviderServer.class)
public @interface ProviderTest {}
