package dev.parley.realtime;

/** Runs something on another thread, at once or after a while. */
interface Later {
  /**
   * Runs a task.
   *
   * @param nanos after which it runs; at once if none are left
   */
  void run(Runnable task, long nanos);
}
