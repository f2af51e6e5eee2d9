package dev.parley.platform;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;

/** Addresses of what was made, as people use them. */
@ApplicationScoped
public class Addresses {
  @Inject Settings settings;

  /**
   * The address of an item below the one that a request was sent to. Its origin is {@code
   * parley.url}; where that is unset, what the request says, which behind a proxy may lack TLS.
   */
  public URI below(UriInfo collection, long id) {
    URI asked = collection.getAbsolutePath();
    String origin = Origins.of(settings.url().orElse(asked));
    return URI.create(origin + asked.getRawPath().replaceFirst("/*$", "/") + id);
  }
}
