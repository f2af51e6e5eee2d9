package dev.parley.platform;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Map;
import org.eclipse.microprofile.auth.LoginConfig;

/** The HTTP API. A bean, because Payara looks for {@code @LoginConfig} on beans only. */
@ApplicationPath("api")
@ApplicationScoped
@LoginConfig(authMethod = "MP-JWT", realmName = "parley")
public class RestApplication extends Application {
  /** Jersey describes the API to everyone otherwise, at a path and in the answer to OPTIONS. */
  @Override
  public Map<String, Object> getProperties() {
    return Map.of("jersey.config.server.wadl.disableWadl", true);
  }
}
