package org.aludel.benchmarks.peer;

import java.util.Locale;
import java.util.function.Function;
import javax.sql.DataSource;
import org.aludel.benchmarks.peer.jdbc.ByHand;
import org.aludel.benchmarks.peer.jpa.EbeanContender;
import org.aludel.benchmarks.peer.jpa.HibernateContender;
import org.aludel.benchmarks.peer.other.JdbiContender;
import org.aludel.benchmarks.peer.other.JimmerContender;
import org.aludel.benchmarks.peer.other.JooqContender;
import org.aludel.benchmarks.peer.own.AludelContender;

/** The contenders, in the order of the report. */
enum Peer {
  JDBC_BEST(ByHand::best),
  JDBC_NAIVE(ByHand::naive),
  JDBC_UNNEST(ByHand::technique),
  ALUDEL(AludelContender::new),
  HIBERNATE(HibernateContender::new),
  HIBERNATE_ENHANCED(HibernateContender::new),
  EBEAN(EbeanContender::new),
  JOOQ(JooqContender::new),
  JDBI(JdbiContender::new),
  JIMMER(JimmerContender::new);

  private final Function<DataSource, Contender> made;

  Peer(Function<DataSource, Contender> made) {
    this.made = made;
  }

  Contender open(DataSource source) {
    return made.apply(source);
  }

  /** As the report names it. */
  String shown() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
