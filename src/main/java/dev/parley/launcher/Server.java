package dev.parley.launcher;

import fish.payara.micro.PayaraMicroRuntime;
import fish.payara.micro.boot.PayaraMicroBoot;
import fish.payara.micro.data.InstanceDescriptor;
import java.util.Optional;

/** The running Payara Micro, as far as the launcher needs it. */
final class Server {
  private static final String SHUTDOWN_HOOK = "Payara Micro Shutdown Hook";

  private final PayaraMicroBoot payara;

  Server(PayaraMicroBoot payara) {
    this.payara = payara;
  }

  boolean hasParley() {
    return runtime().map(r -> !r.getDeployedApplicationNames().isEmpty()).orElse(false);
  }

  /** The address for a browser on this machine. */
  String address() {
    InstanceDescriptor here = payara.getRuntime().getLocalDescriptor();
    return here.getHttpPorts().isEmpty()
        ? "https://localhost:" + here.getHttpsPorts().get(0)
        : "http://localhost:" + here.getHttpPorts().get(0);
  }

  ClassLoader classLoader() {
    return payara.getClass().getClassLoader();
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
    try {
      return Optional.of(payara.getRuntime());
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
