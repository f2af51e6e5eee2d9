package dev.parley.launcher;

import fish.payara.micro.boot.PayaraMicroBoot;
import fish.payara.micro.boot.PayaraMicroLauncher;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Starts Parley on Payara Micro.
 *
 * <p>Every option of Payara Micro may follow, such as {@code --port 9090}. Ends with exit code 1
 * when Parley does not come up.
 */
public final class Launcher {
  /** Options that make Payara Micro do something else than serve. */
  private static final List<String> OTHER_TASKS =
      List.of("--help", "--version", "--outputuberjar", "--outputlauncher", "--warmup");

  private Launcher() {}

  public static void main(String[] args) throws IOException {
    try {
      Defaults.apply(DataFolder.prepare());
      PayaraMicroBoot server = PayaraMicroLauncher.create(args);
      if (!hasOtherTask(args)) {
        announce(new Server(server));
      }
    } catch (DataFolderException broken) {
      System.err.println(broken.getMessage());
      exit();
    } catch (Exception failed) {
      StartLog.fail(failed);
      exit();
    }
  }

  private static void announce(Server server) {
    Path data = DataFolder.current();
    Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(server, data), "parley-stop"));
    if (!server.hasParley()) {
      StartLog.fail();
      exit();
    }
    StartLog.succeed();
    System.out.println("Parley is ready: " + server.address());
  }

  private static void stop(Server server, Path data) {
    server.awaitStop();
    Derby.shutDown(server.classLoader(), data);
  }

  private static boolean hasOtherTask(String[] args) {
    return Arrays.stream(args)
        .map(arg -> arg.toLowerCase(Locale.ROOT))
        .anyMatch(OTHER_TASKS::contains);
  }

  private static void exit() {
    System.exit(1);
  }
}
