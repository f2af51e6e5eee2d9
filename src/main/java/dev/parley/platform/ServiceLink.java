package dev.parley.platform;

import java.util.regex.Pattern;

/**
 * Variables that Kubernetes puts into every container for each service of a namespace, and Docker
 * for a link: those of a service called {@code parley}, or {@code parley-database}, begin with
 * {@code PARLEY_}.
 *
 * @see <a
 *     href="https://kubernetes.io/docs/concepts/services-networking/service/#environment-variables">Services</a>
 */
final class ServiceLink {
  private static final Pattern NAME =
      Pattern.compile(
          "PARLEY(_[A-Z0-9_]+)?_(SERVICE_HOST|SERVICE_PORT(_[A-Z0-9_]+)?"
              + "|PORT_[0-9]+_(TCP|UDP|SCTP)(_(PROTO|PORT|ADDR))?)");
  private static final Pattern PORT = Pattern.compile("PARLEY(_[A-Z0-9_]+)?_PORT");
  private static final Pattern ADDRESS = Pattern.compile("(tcp|udp|sctp)://.*");

  private ServiceLink() {}

  /** Whether a variable is one; that with the name of a key is none. */
  static boolean is(String name, String value) {
    return NAME.matcher(name).matches()
        || (PORT.matcher(name).matches() && ADDRESS.matcher(value).matches());
  }
}
