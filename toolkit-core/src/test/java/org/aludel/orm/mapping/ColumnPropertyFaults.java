package org.aludel.orm.mapping;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;

/** Faults of attributes that are expressions, for {@link SameFaultTest}. */
final class ColumnPropertyFaults {
  private static final String TEXT =
      "@Hybrid static org.aludel.sql.Expression<String> x(UserT u) { return null; }"
          + " String getX() { return null; } ";

  private ColumnPropertyFaults() {}

  static Stream<Arguments> all() {
    return Stream.of(
        user(
            "\"@Hybrid static Expression<java.lang.Long> x(UserT ...)\"",
            "@ColumnProperty long x;"),
        user("@ColumnProperty without its expression", TEXT + "@ColumnProperty Integer x;"),
        user(
            "@Column on a @ColumnProperty attribute",
            TEXT + "@ColumnProperty @Column(name = \"y\") String x;"),
        user(
            "@Version on a @ColumnProperty attribute", TEXT + "@ColumnProperty @Version String x;"),
        user(
            "@ColumnProperty on a @ManyToOne attribute",
            "@ManyToOne @ColumnProperty private User x;"),
        user(
            "@ColumnProperty in an embeddable",
            "@Embeddable public static class In { @ColumnProperty private int a; } private In in;"),
        user(
            "@QueryExpression on a @ColumnProperty attribute",
            TEXT + "@ColumnProperty @QueryExpression String x;"),
        user("@Deferred on a @QueryExpression attribute", "@QueryExpression @Deferred String x;"),
        user("@Id on a @QueryExpression attribute", "@QueryExpression @Id String x;"),
        user("an attribute of java.lang.Thread", "@QueryExpression Thread x;"),
        user(
            "@QueryExpression in an embeddable",
            "@Embeddable public static class In { @QueryExpression int a; } private In in;"),
        user(
            "the column \"x\", in which",
            "@Column(name = \"x\") String y; @QueryExpression String x;"),
        user(
            "@MapKey(name = \"x\")",
            "@QueryExpression private String x; @ManyToOne private User y; @OneToMany(mappedBy ="
                + " \"y\") @MapKey(name = \"x\") private Map<String, User> z;"),
        user(
            "the column \"x\", in which",
            TEXT + "@Column(name = \"x\") String y; @ColumnProperty String x;"),
        user(
            "the index column \"x\"",
            TEXT + "@ColumnProperty String x; @IndexDef(columns = \"x\") String y;"),
        Arguments.of(
            "a @QueryExpression attribute in an entity that is a record",
            "@Entity public record User(@Id long id, @QueryExpression String x) {} class UserT {}",
            List.of()),
        Arguments.of(
            "@ColumnProperty without its expression",
            "@Entity public class User extends Above { @ColumnProperty String x; } class UserT {}",
            List.of("@Entity public class Above { @Id private Long id; }")));
  }

  private static Arguments user(String text, String members) {
    String user =
        "@Entity public class User { @Id private Long id; " + members + " } class UserT {}";
    return Arguments.of(text, user, List.of());
  }
}
