package org.aludel.orm.heirs.shared;

import jakarta.persistence.MappedSuperclass;
import org.aludel.orm.annotation.ColumnProperty;
import org.aludel.orm.annotation.Hybrid;
import org.aludel.orm.heirs.HeirsBase;
import org.aludel.sql.Expression;

/**
 * Gives its name in SQL for every entity, whatever class their codes have.
 *
 * @param <K> no hybrid can name an attribute of this class
 */
@MappedSuperclass
@SuppressWarnings("NullAway.Init") // rows fill them
public abstract class Named<K> extends HeirsBase {
  private K code;
  private String first;
  private String last;

  @ColumnProperty private String reversed;

  protected Named() {}

  protected Named(K code, String first, String last) {
    this.code = code;
    this.first = first;
    this.last = last;
  }

  public K getCode() {
    return code;
  }

  public String getReversed() {
    return reversed;
  }

  @Hybrid
  public static Expression<String> reversed(NamedT named) {
    return named.last.concat(", ").concat(named.first);
  }

  public String fullName() {
    return first + " " + last;
  }

  @Hybrid
  public static Expression<String> fullName(NamedT named) {
    return named.first.concat(" ").concat(named.last);
  }

  String secret() {
    return last;
  }

  /** Entities of another package cannot call it. */
  @Hybrid
  static Expression<String> secret(NamedT named) {
    return named.last;
  }
}
