package dev.parley.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A test in a real browser, on the server that all tests share. What {@link ParleyTest} offers, and
 * a {@link Browser}, may be parameters. Without a Chromium the test is skipped, except where the
 * environment says {@code CI=true}.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@ExtendWith({SharedServer.class, SharedBrowser.class})
public @interface BrowserTest {}
