package org.aludel.sql.operator;

import org.aludel.sql.Expression;
import org.aludel.sql.Predicate;
import org.aludel.type.PostgresTypes;
import org.aludel.type.SqlTypes;
import org.aludel.type.value.Inet;

/**
 * What can be asked of an address or network. Source: PostgreSQL 18 §9.12.
 *
 * @param <T> the class of values
 */
public interface NetworkOperators<T> {
  /** The address itself. */
  Expression<T> network();

  /** Whether it lies in the network or is it: {@code <<=}. */
  default Predicate within(Inet other) {
    return asked("<<=", other);
  }

  /** Whether it lies in the network and is smaller: {@code <<}. */
  default Predicate strictlyWithin(Inet other) {
    return asked("<<", other);
  }

  /** Whether the other lies in it or is it: {@code >>=}. */
  default Predicate containsNetwork(Inet other) {
    return asked(">>=", other);
  }

  /** Whether the other lies in it and is smaller: {@code >>}. */
  default Predicate strictlyContains(Inet other) {
    return asked(">>", other);
  }

  /** Whether one lies in the other: {@code &&}. */
  default Predicate overlaps(Inet other) {
    return asked("&&", other);
  }

  /** The address without its mask, as text. */
  default Expression<String> host() {
    return Nodes.call("host", SqlTypes.TEXT, network());
  }

  /** How many bits the mask has. */
  default Expression<Integer> maskLength() {
    return Nodes.call("masklen", SqlTypes.INTEGER, network());
  }

  /** 4 or 6. */
  default Expression<Integer> family() {
    return Nodes.call("family", SqlTypes.INTEGER, network());
  }

  /** The network that the address is in, the bits after the mask zero. */
  default NetworkExpression<Inet> block() {
    return NetworkExpression.of(Nodes.call("network", PostgresTypes.CIDR, network()));
  }

  private Predicate asked(String operator, Inet other) {
    return Nodes.holds(network(), operator, Nodes.value(PostgresTypes.INET, other, network()));
  }
}
