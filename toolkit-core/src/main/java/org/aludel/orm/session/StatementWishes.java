package org.aludel.orm.session;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.aludel.orm.query.Loading;
import org.aludel.orm.query.Synchronisation;
import org.aludel.sql.RowLock;
import org.aludel.sql.StatementOption;
import org.jspecify.annotations.Nullable;

/**
 * What is asked of the session beside how to load.
 *
 * @param autoflush null as the session does
 * @param lock for loads by key
 * @param loading what the statement is resolved with
 */
record StatementWishes(
    @Nullable Boolean autoflush,
    Synchronisation synchronisation,
    @Nullable RowLock lock,
    List<StatementOption> loading) {

  static StatementWishes of(StatementOption... options) {
    Boolean autoflush = null;
    Synchronisation way = Synchronisation.AUTO;
    RowLock lock = null;
    List<StatementOption> loading = new ArrayList<>();
    for (StatementOption option : Arrays.asList(options)) {
      if (option instanceof Loading.Autoflush one) {
        autoflush = one.value();
      } else if (option instanceof Loading.Synchronise one) {
        way = one.way();
      } else if (option instanceof Loading.Lock one) {
        lock = one.lock();
      } else {
        loading.add(option);
      }
    }
    return new StatementWishes(autoflush, way, lock, loading);
  }
}
