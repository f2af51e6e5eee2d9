package dev.parley.session;

import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** The public keys of the access tokens, as a JWK set (RFC 7517). */
@Path(".well-known/jwks.json")
@ApplicationScoped
@PermitAll
@Produces(MediaType.APPLICATION_JSON)
public class JwksResource {
  @Inject TokenIssuer tokens;

  @GET
  public String keys() {
    return tokens.publicKeys();
  }
}
