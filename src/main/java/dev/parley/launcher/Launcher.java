package dev.parley.launcher;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Starts Parley on Payara Micro.
 *
 * <p>Every option of Payara Micro may follow, such as {@code --port 9090}. Ends with exit code 1
 * when Parley does not come up. With {@code --move-to-postgresql} it moves instead.
 */
public final class Launcher {
  /** Payara turns its level up when it stops; kept here, for loggers are forgotten otherwise. */
  private static final Logger PAYARA = Logger.getLogger("PayaraMicro");

  private Launcher() {}

  public static void main(String[] args) throws IOException {
    try {
      Options.refuseUnfit(args);
      Path data = DataFolder.take();
      ServerFolder folder = ServerFolder.in(data);
      folder.takeTemporaryFiles();
      Defaults.apply(data);
      Optional<DatabaseSettings> database = DatabaseSettings.read();
      if (Move.isWanted(args)) {
        Move.run(data, database);
        return;
      }
      PAYARA.setFilter(text -> text.getLevel().intValue() >= Level.WARNING.intValue());
      var server = new Server(folder, new Pool(database));
      Runtime.getRuntime()
          .addShutdownHook(new Thread(() -> stop(server, data, database.isEmpty()), "parley-stop"));
      server.start(args);
      if (!Options.haveOtherTask(args)) {
        open(server);
      }
    } catch (OptionException | DataFolderException | DatabaseException | MoveException broken) {
      System.err.println(broken.getMessage());
      exit();
    } catch (ServerException failed) {
      StartLog.fail(failed.getCause());
      exit();
    }
  }

  private static void open(Server server) {
    exitIf(StartLog.hasErrors() || !server.hasParley());
    server.open();
    exitIf(StartLog.hasErrors()); // of a port that is in use
    StartLog.succeed();
    System.out.println("Parley is ready: " + server.address());
  }

  private static void exitIf(boolean failed) {
    if (failed) {
      StartLog.fail(null);
      exit();
    }
  }

  private static void stop(Server server, Path data, boolean onDerby) {
    System.setOut(new PrintStream(OutputStream.nullOutputStream())); // Payara thinks aloud here
    server.awaitStop();
    if (onDerby) {
      server.classLoader().ifPresent(loader -> Derby.shutDown(loader, data));
    }
  }

  private static void exit() {
    System.exit(1);
  }
}
