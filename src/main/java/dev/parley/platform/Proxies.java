package dev.parley.platform;

import static java.util.stream.Collectors.toCollection;

import inet.ipaddr.AddressStringParameters.RangeParameters;
import inet.ipaddr.IPAddress;
import inet.ipaddr.IPAddressString;
import inet.ipaddr.IPAddressStringParameters;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The proxies in front of this server, whose word counts on where a request comes from. What anyone
 * else says in {@code Forwarded} (RFC 7239) or {@code X-Forwarded-For} is not looked at.
 */
public record Proxies(List<IPAddress> networks) {
  /** Hops that are looked at; a longer chain is somebody's joke. */
  private static final int MAX_HOPS = 20;

  private static final Pattern FOR =
      Pattern.compile("(?i)(?:^|;)\\s*for\\s*=\\s*(\"[^\"]*\"|[^;]*)");
  private static final Pattern WITH_PORT =
      Pattern.compile("\\[([^\\]]*)\\](?::\\d+)?|([^:]*):\\d+");
  private static final IPAddressStringParameters STRICT =
      new IPAddressStringParameters.Builder()
          .allowEmpty(false)
          .allowAll(false)
          .allowMask(false)
          .allowSingleSegment(false)
          .allowWildcardedSeparator(false)
          .setRangeOptions(RangeParameters.NO_RANGE)
          .getIPv4AddressParametersBuilder()
          .allow_inet_aton(false)
          .getParentBuilder()
          .toParams();

  /**
   * Reads a list of addresses and networks in CIDR notation, with commas between.
   *
   * @return empty if one is neither
   */
  static Optional<Proxies> parse(String list) {
    var networks = new ArrayList<IPAddress>();
    for (String one : list.split(",", -1)) {
      if (!one.isBlank()) {
        Optional<IPAddress> network = address(one.strip());
        if (network.isEmpty()) {
          return Optional.empty();
        }
        networks.add(network.get().toPrefixBlock());
      }
    }
    return Optional.of(new Proxies(List.copyOf(networks)));
  }

  /**
   * The address of the client: going back from the last hop, the first that is no proxy of ours.
   */
  String client(HttpServletRequest request) {
    String client = request.getRemoteAddr();
    List<String> hops = networks.isEmpty() ? List.of() : hops(request);
    for (int i = hops.size() - 1; i >= 0 && isOurs(client); i--) {
      Optional<IPAddress> before = address(withoutPort(hops.get(i)));
      if (before.isEmpty()) {
        return client; // "unknown" or a name that hides it: the proxy itself is all there is
      }
      client = before.get().toCanonicalString();
    }
    return client;
  }

  private boolean isOurs(String client) {
    return address(client)
        .filter(address -> networks.stream().anyMatch(network -> network.contains(address)))
        .isPresent();
  }

  /** From the client to the last proxy. */
  private static List<String> hops(HttpServletRequest request) {
    List<String> forwarded = values(request, "Forwarded");
    List<String> hops =
        forwarded.isEmpty()
            ? values(request, "X-Forwarded-For")
            : forwarded.stream().map(Proxies::forOf).toList();
    return hops.subList(Math.max(0, hops.size() - MAX_HOPS), hops.size());
  }

  private static List<String> values(HttpServletRequest request, String header) {
    return Collections.list(request.getHeaders(header)).stream()
        .flatMap(line -> Arrays.stream(line.split(",")))
        .map(String::strip)
        .collect(toCollection(ArrayList::new));
  }

  private static String forOf(String element) {
    Matcher matcher = FOR.matcher(element);
    return matcher.find() ? matcher.group(1).strip().replace("\"", "") : "";
  }

  private static String withoutPort(String hop) {
    Matcher matcher = WITH_PORT.matcher(hop);
    if (!matcher.matches()) {
      return hop;
    }
    return matcher.group(1) != null ? matcher.group(1) : matcher.group(2);
  }

  private static Optional<IPAddress> address(String text) {
    return Optional.ofNullable(new IPAddressString(text, STRICT).getAddress())
        .map(
            address ->
                address.isIPv6() && address.toIPv6().isIPv4Mapped()
                    ? address.toIPv6().getEmbeddedIPv4Address()
                    : address);
  }
}
