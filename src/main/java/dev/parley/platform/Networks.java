package dev.parley.platform;

import inet.ipaddr.ipv6.IPv6Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;

/** Who counts as one client where addresses are counted. */
public final class Networks {
  private static final int PREFIX_BITS = 64;

  private Networks() {}

  /**
   * The network of a client: an IPv4 address as it is, an IPv6 address without its lower 64 bits,
   * which are any one household's to choose (RFC 4291, section 2.5.1), as people write it (RFC
   * 5952).
   *
   * @param address an address, not a name, as a request has it
   */
  public static String of(String address) {
    if (address.indexOf(':') < 0) {
      return address;
    }
    try {
      InetAddress parsed = InetAddress.getByName(address);
      return parsed instanceof Inet6Address
          ? new IPv6Address(parsed.getAddress()).toPrefixBlock(PREFIX_BITS).toCanonicalString()
          : parsed.getHostAddress(); // an IPv4 address in IPv6 clothes
    } catch (UnknownHostException e) {
      return "unknown";
    }
  }
}
