package dev.parley.launcher;

import fish.payara.micro.PayaraMicroRuntime;
import fish.payara.micro.boot.PayaraMicroBoot;
import fish.payara.micro.data.InstanceDescriptor;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The running Payara Micro, as far as the launcher needs it. */
final class Server {
  private static final String SHUTDOWN_HOOK = "Payara Micro Shutdown Hook";

  private final Listeners listeners = new Listeners();
  private final ServerFolder folder;
  private final Pool pool;
  private volatile @Nullable PayaraMicroBoot payara;

  Server(ServerFolder folder, Pool pool) {
    this.folder = folder;
    this.pool = pool;
  }

  /** Starts it, its ports shut. */
  void start(String... args) {
    try {
      payara = new MicroLauncher(folder, listeners::hold, pool::create).start(args);
    } catch (Exception e) {
      throw new ServerException(e);
    }
  }

  /** Opens its ports. */
  void open() {
    listeners.open();
  }

  boolean hasParley() {
    return runtime().map(r -> !r.getDeployedApplicationNames().isEmpty()).orElse(false);
  }

  /** The address for a browser on this machine. */
  String address() {
    return listeners.address().orElseGet(this::addressThatPayaraChose);
  }

  private String addressThatPayaraChose() {
    InstanceDescriptor here = runtime().orElseThrow().getLocalDescriptor();
    return here.getHttpPorts().isEmpty()
        ? "https://localhost:" + here.getHttpsPorts().get(0)
        : "http://localhost:" + here.getHttpPorts().get(0);
  }

  /** Sees the server's libraries; none before the server has started. */
  Optional<ClassLoader> classLoader() {
    return Optional.ofNullable(payara).map(server -> server.getClass().getClassLoader());
  }

  /**
   * Returns when Payara's own shutdown hook has stopped the applications. Hooks run side by side,
   * so this one has to wait for that one by hand.
   */
  void awaitStop() {
    while (true) {
      boolean running = runtime().isPresent(); // before looking for the hook: it may be just ending
      Optional<Thread> hook = shutdownHook();
      if (hook.isPresent()) {
        join(hook.get());
        return;
      }
      if (!running) {
        return;
      }
      Thread.onSpinWait();
    }
  }

  private Optional<PayaraMicroRuntime> runtime() {
    PayaraMicroBoot server = payara;
    if (server == null) {
      return Optional.empty();
    }
    try {
      return Optional.of(server.getRuntime());
    } catch (IllegalStateException notRunning) {
      return Optional.empty();
    }
  }

  private static Optional<Thread> shutdownHook() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.getName().equals(SHUTDOWN_HOOK))
        .findAny();
  }

  private static void join(Thread thread) {
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
