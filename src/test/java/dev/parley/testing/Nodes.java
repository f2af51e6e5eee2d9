package dev.parley.testing;

import java.nio.file.Path;
import java.util.List;

/** Several nodes of one Parley over one PostgreSQL, with one key. They start at the same time. */
public final class Nodes implements AutoCloseable {
  private final Path folder;
  private final List<ParleyServer> all;

  private Nodes(Path folder, List<ParleyServer> all) {
    this.folder = folder;
    this.all = all;
  }

  /** Starts so many on a new and empty database. */
  public static Nodes start(int count, PostgresServer database, ServerOptions options) {
    return start(count, database.with(options));
  }

  /** Starts so many on the database that the options name. */
  public static Nodes start(int count, ServerOptions options) {
    Path folder = WorkFolder.create();
    ServerOptions same =
        options.with("parley.token.key", folder.resolve("token-key.jwk").toString());
    return new Nodes(folder, Together.run(count, i -> ParleyServer.start(same)));
  }

  /** One of them, from 0. */
  public ParleyServer get(int index) {
    return all.get(index);
  }

  public List<ParleyServer> all() {
    return all;
  }

  /** Asserts that their logs have nothing that an operator need not read. */
  public void assertDiscretion() {
    all.forEach(node -> Discretion.checkLog(node.log()));
  }

  @Override
  public void close() {
    all.forEach(ParleyServer::close);
    WorkFolder.delete(folder);
  }
}
