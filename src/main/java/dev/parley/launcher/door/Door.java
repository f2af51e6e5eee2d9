package dev.parley.launcher.door;

import org.glassfish.grizzly.filterchain.FilterChainBuilder;
import org.glassfish.grizzly.http.HttpCodecFilter;
import org.glassfish.grizzly.http.server.AddOn;
import org.glassfish.grizzly.http.server.HttpServerFilter;
import org.glassfish.grizzly.http.server.NetworkListener;
import org.jspecify.annotations.Nullable;

/**
 * Puts the filters of this package into the chain of a port, before it is opened.
 *
 * <p>Payara has no setting for filters, but it asks for an add-on for Comet where that is on, and
 * finds this one: see {@code hk2-locator} and {@code post-boot-commands.txt}.
 */
public class Door implements AddOn {
  /** What belongs in front of an application sits before the filter that calls applications. */
  @Override
  public void setup(@Nullable NetworkListener none, FilterChainBuilder chain) {
    chain.add(chain.indexOfType(HttpServerFilter.class), new PathFilter());
    int codec = chain.indexOfType(HttpCodecFilter.class);
    var unreadable = new UnreadableFilter();
    ((HttpCodecFilter) chain.get(codec)).getMonitoringConfig().addProbes(unreadable.probe());
    chain.add(codec + 1, new UpgradeFilter());
    chain.add(codec, unreadable);
  }
}
