package org.aludel.orm.mapping.shop;

import jakarta.persistence.CascadeType;
import jakarta.persistence.CheckConstraint;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Index;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Table;
import jakarta.persistence.UniqueConstraint;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.aludel.orm.annotation.Computed;
import org.aludel.orm.annotation.Deferrable;
import org.aludel.orm.annotation.IndexDef;
import org.aludel.orm.annotation.PgEnum;
import org.aludel.orm.annotation.RenamedFrom;
import org.aludel.orm.annotation.ServerDefault;
import org.aludel.orm.annotation.SqlType;

/** Most of what a table can have. */
@Entity
@Table(
    name = "user_account",
    comment = "who buys",
    uniqueConstraints =
        @UniqueConstraint(
            name = "one_nick",
            columnNames = {"full_name", "nick"}),
    indexes = @Index(columnList = "nick DESC, email"),
    check = @CheckConstraint(name = "some_name", constraint = "full_name <> nick"))
@RenamedFrom("app_user")
@IndexDef(
    name = "lower_email",
    keys = @IndexDef.Key(expression = "lower(email)", opclass = "text_pattern_ops"),
    unique = true,
    where = "email IS NOT NULL")
@SuppressWarnings("unused") // fields are read by generated code
public class User extends Base {
  /** An enum type of the database. */
  public enum Mood {
    SAD,
    HAPPY
  }

  @Column(length = 30, nullable = false, comment = "as written")
  @RenamedFrom("name")
  private String fullName;

  @Column(unique = true)
  @Deferrable(initiallyDeferred = true)
  private String email;

  @SqlType("text")
  @ServerDefault(literal = "it's")
  private String nick;

  @Column(precision = 10, scale = 2, check = @CheckConstraint(constraint = "credit >= 0"))
  private BigDecimal credit;

  @Computed("credit * 2")
  private BigDecimal twice;

  @PgEnum @IndexDef private Mood mood;
  @Version private int version;

  @OneToMany(mappedBy = "user", cascade = CascadeType.ALL, orphanRemoval = true)
  @OrderBy("street DESC, id")
  private List<Address> addresses = new ArrayList<>();

  public List<Address> getAddresses() {
    return addresses;
  }

  public String getFullName() {
    return fullName;
  }
}
