package dev.parley.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A test of the built WAR on the server that all tests share. It is started with the first of them
 * and stopped after the last. Its parameters may be {@link ParleyServer}, {@link Api} (of nobody),
 * {@link People}.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@ExtendWith(SharedServer.class)
public @interface ParleyTest {}
