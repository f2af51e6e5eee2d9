package dev.parley.platform;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.PersistenceException;
import jakarta.transaction.SystemException;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProblemsTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "08001", // no connection
        "08006", // it broke off
        "40001", // Derby's deadlock
        "40XL1", // Derby's lock that was not to be had
        "40P01", // PostgreSQL's deadlock
        "55P03", // its lock
        "53300", // too many connections
        "57014", // a statement that was cut off
        "57P01", // it is being stopped
        "57P03", // it is starting
        "25006", // it is a standby
        "25P03" // the transaction stood still
      })
  void whatPassesIsAnsweredWith503(String state) {
    assertThat(status(state)).isEqualTo(503);
  }

  @Test
  void aPoolWithoutAConnectionIsAnsweredWith503() {
    var empty = new SQLException("In-use connections equal max-pool-size");
    assertThat(Problems.of(new PersistenceException(empty)).status()).isEqualTo(503);
  }

  @Test
  void aTransactionWhoseConnectionBrokeOffIsAnsweredWith503() {
    var lost = new IllegalStateException(new SystemException("the rollback did not arrive"));
    assertThat(Problems.of(lost).status()).isEqualTo(503);
    assertThat(Problems.mayGoThroughLater(lost)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"23505", "42601", "22021", "25P02"})
  void whatDoesNotPassIsOurFault(String state) {
    assertThat(status(state)).isEqualTo(500);
  }

  private static int status(String state) {
    return Problems.of(new PersistenceException(new SQLException("", state))).status();
  }
}
