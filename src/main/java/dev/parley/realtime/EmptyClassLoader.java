package dev.parley.realtime;

import java.net.URL;
import java.util.Collections;
import java.util.Enumeration;
import org.jspecify.annotations.Nullable;

/**
 * Sees no resources. Payara sets a timer with each send, and looks through every jar that the
 * sending thread's class loader sees; that was more than half of what a send costs.
 */
final class EmptyClassLoader extends ClassLoader {
  EmptyClassLoader() {
    super(null);
  }

  @Override
  public @Nullable URL getResource(String name) {
    return null;
  }

  @Override
  public Enumeration<URL> getResources(String name) {
    return Collections.emptyEnumeration();
  }
}
