package dev.parley.launcher;

import fish.payara.micro.boot.AdminCommandRunner;
import fish.payara.micro.boot.PayaraMicroBoot;
import fish.payara.micro.boot.PayaraMicroLauncher;
import fish.payara.micro.boot.loader.OpenURLClassLoader;
import java.net.URL;
import java.nio.file.Path;
import java.util.function.Consumer;

/**
 * Payara Micro's own launcher, with a word before the server opens its ports and after, and without
 * its folder of temporary files, which it unpacks itself into at each start.
 */
final class MicroLauncher extends PayaraMicroLauncher {
  private static final String JAR_PROPERTY = "fish.payara.micro.BootJar"; // who runs, for Payara
  private static final String INSTANCE_PROPERTY = "fish.payara.micro.tmpdir";

  private static final String LIBRARIES_PROPERTY = "fish.payara.micro.UnpackDir";

  private final ServerFolder folder;
  private final Consumer<AdminCommandRunner> beforeOpening;
  private final Consumer<AdminCommandRunner> beforeDeploying;

  MicroLauncher(
      ServerFolder folder,
      Consumer<AdminCommandRunner> beforeOpening,
      Consumer<AdminCommandRunner> beforeDeploying) {
    this.folder = folder;
    this.beforeOpening = beforeOpening;
    this.beforeDeploying = beforeDeploying;
  }

  /** Does what the options say; returns when it is done, which means deployed and running. */
  PayaraMicroBoot start(String... args) throws Exception {
    var jar = getClass().getProtectionDomain().getCodeSource().getLocation().toURI();
    System.setProperty(JAR_PROPERTY, jar.toString());
    System.setProperty(INSTANCE_PROPERTY, folder.instance().toString());
    var libraries = folder.libraries(Path.of(jar));
    System.setProperty(LIBRARIES_PROPERTY, libraries.folder().toString());
    var server = new OpenURLClassLoader(libraries.places().toArray(URL[]::new));
    return (PayaraMicroBoot) launch("create", args, getMainClass(), server);
  }

  @Override
  protected Object launch(String method, String[] args, String mainClass, ClassLoader server)
      throws Exception {
    Thread.currentThread().setContextClassLoader(server);
    Class<?> micro = server.loadClass(mainClass);
    var instance = (PayaraMicroBoot) micro.getMethod("getInstance").invoke(null);
    instance.setPreBootHandler(beforeOpening).setPostBootHandler(beforeDeploying);
    return super.launch(method, args, mainClass, server);
  }
}
