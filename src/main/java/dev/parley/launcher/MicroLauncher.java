package dev.parley.launcher;

import fish.payara.micro.boot.AdminCommandRunner;
import fish.payara.micro.boot.PayaraMicroBoot;
import fish.payara.micro.boot.PayaraMicroLauncher;
import java.util.function.Consumer;

/** Payara Micro's own launcher, with a word before the server opens its ports and after. */
final class MicroLauncher extends PayaraMicroLauncher {
  private static final String JAR_PROPERTY = "fish.payara.micro.BootJar"; // who runs, for Payara

  private final Consumer<AdminCommandRunner> beforeOpening;
  private final Consumer<AdminCommandRunner> beforeDeploying;

  MicroLauncher(
      Consumer<AdminCommandRunner> beforeOpening, Consumer<AdminCommandRunner> beforeDeploying) {
    this.beforeOpening = beforeOpening;
    this.beforeDeploying = beforeDeploying;
  }

  /** Does what the options say; returns when it is done, which means deployed and running. */
  PayaraMicroBoot start(String... args) throws Exception {
    var jar = getClass().getProtectionDomain().getCodeSource().getLocation();
    System.setProperty(JAR_PROPERTY, jar.toURI().toString());
    return (PayaraMicroBoot) launch("create", args);
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
