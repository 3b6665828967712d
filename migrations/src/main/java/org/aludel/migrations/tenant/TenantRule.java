package org.aludel.migrations.tenant;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.aludel.error.MigrationCode;
import org.aludel.error.OperationNotReversibleException;
import org.aludel.error.Problem;
import org.aludel.error.RevisionException;
import org.aludel.migrations.lexer.SqlWord;
import org.aludel.migrations.render.ChangeSql;
import org.aludel.migrations.revision.Change;
import org.aludel.migrations.revision.ChangeSet;
import org.aludel.migrations.revision.Revision;
import org.aludel.migrations.runtime.Direction;
import org.aludel.migrations.runtime.RevisionSql;
import org.aludel.migrations.script.ChangeTypes;

/**
 * What the SQL of a revision may say that runs once for each tenant. The runner points unqualified
 * names at the tenant's schema alone, so that they mean nothing else; the rule refuses what would
 * escape from there:
 *
 * <ul>
 *   <li>the schema of any tenant by name, in names, texts and bodies;
 *   <li>any schema before the target of a change; reading and referring is free, so that tenants
 *       can share tables;
 *   <li>a change of the search path, and of what belongs to the whole database.
 * </ul>
 *
 * A lexer, no parser: it refuses rather too much, never too little.
 */
public final class TenantRule {
  private static final Set<String> OF_DATABASE =
      Set.of(
          "schema",
          "extension",
          "database",
          "role",
          "user",
          "publication",
          "subscription",
          "tablespace",
          "server");
  private static final Set<String> STANDING_ON_TABLES =
      Set.of("index", "trigger", "policy", "rule", "statistics");

  /** Words that may stand between the verb and the name. */
  private static final Set<String> BETWEEN =
      Set.of(
          "or",
          "replace",
          "temporary",
          "temp",
          "unlogged",
          "global",
          "local",
          "unique",
          "materialized",
          "recursive",
          "if",
          "not",
          "exists",
          "concurrently",
          "only",
          "foreign",
          "constraint",
          "event",
          "table",
          "column",
          "index",
          "view",
          "sequence",
          "type",
          "domain",
          "function",
          "procedure",
          "routine",
          "aggregate",
          "trigger",
          "rule",
          "policy",
          "statistics",
          "collation",
          "into",
          "from");

  private static final String[] VERBS = {
    "create", "alter", "drop", "truncate", "comment", "grant", "revoke", "reassign"
  };

  private final Set<String> tenants;

  /**
   * @param tenants the schemas of all tenants, the template included
   */
  public TenantRule(Set<String> tenants) {
    this.tenants = Set.copyOf(tenants);
  }

  /**
   * Refuses a revision that would escape, both ways.
   *
   * @param nativeSql turns native changes into SQL
   * @throws RevisionException TENANT_ESCAPE, UNKNOWN_CHANGE
   */
  public void require(Revision revision, ChangeSql nativeSql) {
    requireKnown(revision);
    require(revision, statements(revision, Direction.UP, nativeSql));
    require(revision, statements(revision, Direction.DOWN, nativeSql));
  }

  private static List<String> statements(
      Revision revision, Direction direction, ChangeSql nativeSql) {
    try {
      return RevisionSql.of(revision, direction, nativeSql).stream()
          .flatMap(step -> step.statements().stream())
          .toList();
    } catch (OperationNotReversibleException irreversible) {
      return List.of();
    }
  }

  private void require(Revision revision, List<String> statements) {
    for (String sql : statements) {
      escape(sql)
          .ifPresent(
              found -> {
                throw refused(revision, found + " in: " + sql.strip());
              });
    }
  }

  /** Liquibase writes SQL of its own, which nobody sees before it runs. */
  private static void requireKnown(Revision revision) {
    for (ChangeSet step : revision.changeSets()) {
      for (Change change : step.changes()) {
        if (ChangeTypes.foreign(change.type()) && !change.type().equals("customChange")) {
          throw refused(revision, "the change \"" + change.type() + "\", which Liquibase runs");
        }
      }
    }
  }

  private static RevisionException refused(Revision revision, String found) {
    return new RevisionException(
        Problem.of(
                MigrationCode.TENANT_ESCAPE,
                "cannot run revision " + revision.title() + " for each tenant")
            .found(found)
            .expected("changes of the tenant's own schema, by names without a schema")
            .fix(
                "leave the schema out; what tenants share belongs to a database of its own under"
                    + " \"databases\""));
  }

  /** How a statement leaves the tenant's schema, or empty if it does not. */
  Optional<String> escape(String sql) {
    List<SqlWord> words = SqlWord.of(sql);
    Optional<String> named = tenant(words);
    if (named.isPresent() || words.isEmpty()) {
      return named;
    }
    Optional<String> moved = searchPath(words);
    if (moved.isPresent()) {
      return moved;
    }
    boolean block = words.get(0).is("do");
    for (SqlWord word : words) {
      if (block && word.kind() == SqlWord.Kind.TEXT) {
        Optional<String> inside = change(SqlWord.of(word.text()));
        if (inside.isPresent()) {
          return inside;
        }
      }
    }
    return change(words);
  }

  /** A tenant's name before a dot or behind the word schema, also in texts and bodies. */
  private Optional<String> tenant(List<SqlWord> words) {
    for (int at = 0; at < words.size(); at++) {
      SqlWord word = words.get(at);
      boolean names =
          word.isName()
              && tenants.contains(word.text())
              && ((at + 1 < words.size() && words.get(at + 1).isDot())
                  || (at > 0 && words.get(at - 1).is("schema")));
      if (names) {
        return Optional.of("the schema \"" + word.text() + "\" of a tenant");
      }
      if (word.kind() == SqlWord.Kind.TEXT) {
        Optional<String> inside = tenant(SqlWord.of(word.text()));
        if (inside.isPresent()) {
          return inside;
        }
      }
    }
    return Optional.empty();
  }

  /** A routine may fix the path for its own body, as a clause of its definition. */
  private static Optional<String> searchPath(List<SqlWord> words) {
    if (words.isEmpty()) {
      return Optional.empty();
    }
    boolean found =
        forgets(words)
            || sets(words)
            || (words.get(0).is("do") && texts(words).anyMatch(TenantRule::setsPathAnywhere));
    return found ? Optional.of("a change of the search path") : Optional.empty();
  }

  /** Settings of the session go, the path among them. */
  private static boolean forgets(List<SqlWord> words) {
    return words.get(0).is("discard")
        || (words.size() == 2 && words.get(0).is("reset") && words.get(1).is("all"));
  }

  private static boolean sets(List<SqlWord> words) {
    boolean called = words.stream().anyMatch(each -> each.is("set_config"));
    return ((called || isRole(words)) && mentionsPath(words))
        || (!words.get(0).is("create", "alter") && setsPath(words));
  }

  private static boolean setsPathAnywhere(String body) {
    List<SqlWord> words = SqlWord.of(body);
    boolean called = words.stream().anyMatch(each -> each.is("set_config"));
    return setsPath(words) || (called && mentionsPath(words));
  }

  /**
   * The words SET, LOCAL or SESSION before the path's name, or before SCHEMA and a text, which is
   * the standard's word for it. Source: PostgreSQL 18, SET.
   */
  private static boolean setsPath(List<SqlWord> words) {
    return IntStream.range(1, words.size())
        .anyMatch(
            at ->
                words.get(at - 1).is("set", "local", "session", "reset")
                    && (isPath(words.get(at)) || isSchemaAndText(words, at)));
  }

  /** A setting has its name in any case, in quotes or not. */
  private static boolean isPath(SqlWord word) {
    return word.text().equalsIgnoreCase("search_path");
  }

  private static boolean isSchemaAndText(List<SqlWord> words, int at) {
    return words.get(at).is("schema")
        && at + 1 < words.size()
        && words.get(at + 1).kind() == SqlWord.Kind.TEXT;
  }

  private static Stream<String> texts(List<SqlWord> words) {
    return words.stream().filter(each -> each.kind() == SqlWord.Kind.TEXT).map(SqlWord::text);
  }

  private static boolean isRole(List<SqlWord> words) {
    return words.size() > 1
        && words.get(0).is("alter")
        && words.get(1).is("role", "user", "database");
  }

  private static boolean mentionsPath(List<SqlWord> words) {
    return words.stream().anyMatch(TenantRule::isPath);
  }

  /** A change whose target has a schema, or is the whole database's. */
  private static Optional<String> change(List<SqlWord> words) {
    List<Integer> verbs = new ArrayList<>();
    boolean start = true;
    for (int at = 0; at < words.size(); at++) {
      SqlWord word = words.get(at);
      if (start && word.is(VERBS)) {
        verbs.add(at);
      } else if (word.is("insert", "delete", "merge", "copy") || isUpdate(words, at)) {
        verbs.add(at);
      }
      start =
          (word.kind() == SqlWord.Kind.SIGN && word.text().equals(";"))
              || word.is("begin", "then", "else", "loop");
    }
    return verbs.stream().flatMap(at -> target(words, at).stream()).findFirst();
  }

  /** The verb, not part of FOR UPDATE, ON UPDATE or DO UPDATE. */
  private static boolean isUpdate(List<SqlWord> words, int at) {
    return words.get(at).is("update")
        && (at == 0
            || !words.get(at - 1).is("for", "on", "do", "or", "before", "after", "key", "no"));
  }

  private static Optional<String> target(List<SqlWord> words, int verb) {
    if (words.get(verb).is("grant", "revoke", "comment")) {
      return behindOn(words, verb);
    }
    if (isOfDatabase(words, verb)) {
      return Optional.of("a change of the whole database");
    }
    int at = verb + 1;
    while (at < words.size() && isBetween(words.get(at))) {
      at++;
    }
    if (at >= words.size()) {
      return Optional.empty();
    }
    boolean ddl = words.get(verb).is("create", "alter", "drop");
    if (ddl && isOfDatabase(words.get(at))) {
      return Optional.of("a change of the whole database");
    }
    return targets(words, verb, at, ddl);
  }

  private static boolean isOfDatabase(SqlWord word) {
    return word.kind() == SqlWord.Kind.NAME && OF_DATABASE.contains(word.text());
  }

  private static Optional<String> targets(List<SqlWord> words, int verb, int first, boolean ddl) {
    return qualified(words, first)
        .or(() -> words.get(verb).is("drop", "truncate") ? listed(words, first) : Optional.empty())
        .or(() -> words.get(verb).is("alter") ? moved(words, first) : Optional.empty())
        .or(() -> afterTarget(words, verb, ddl));
  }

  /** What is known by the word right behind the verb. */
  private static boolean isOfDatabase(List<SqlWord> words, int verb) {
    return verb + 1 < words.size()
        && (words.get(verb + 1).is("owned", "system")
            || (words.get(verb + 1).is("event")
                && verb + 2 < words.size()
                && words.get(verb + 2).is("trigger")));
  }

  /** The other targets of a list; commas between parentheses are those of arguments. */
  private static Optional<String> listed(List<SqlWord> words, int first) {
    int depth = 0;
    for (int at = first; at + 1 < words.size(); at++) {
      SqlWord word = words.get(at);
      if (word.kind() != SqlWord.Kind.SIGN) {
        continue;
      }
      if (word.text().equals(";")) {
        break;
      }
      depth += word.text().equals("(") ? 1 : word.text().equals(")") ? -1 : 0;
      if (depth == 0 && word.text().equals(",")) {
        Optional<String> found = qualified(words, at + (words.get(at + 1).is("only") ? 2 : 1));
        if (found.isPresent()) {
          return found;
        }
      }
    }
    return Optional.empty();
  }

  /** {@code ALTER … SET SCHEMA name}. */
  private static Optional<String> moved(List<SqlWord> words, int first) {
    for (int at = first; at + 2 < words.size(); at++) {
      if (words.get(at).is("set") && words.get(at + 1).is("schema")) {
        return Optional.of("the target \"" + words.get(at + 2).text() + "\"");
      }
      if (words.get(at).kind() == SqlWord.Kind.SIGN && words.get(at).text().equals(";")) {
        break;
      }
    }
    return Optional.empty();
  }

  private static Optional<String> afterTarget(List<SqlWord> words, int verb, boolean ddl) {
    boolean onTable =
        ddl
            && words.subList(verb, Math.min(words.size(), verb + 5)).stream()
                .anyMatch(
                    each ->
                        each.kind() == SqlWord.Kind.NAME
                            && STANDING_ON_TABLES.contains(each.text()));
    return onTable ? behindOn(words, verb) : Optional.empty();
  }

  private static boolean isBetween(SqlWord word) {
    return word.kind() == SqlWord.Kind.NAME && BETWEEN.contains(word.text());
  }

  private static Optional<String> behindOn(List<SqlWord> words, int verb) {
    for (int at = verb + 1; at + 1 < words.size(); at++) {
      if (words.get(at).is("on")) {
        int name = at + 1;
        while (name < words.size() && isBetween(words.get(name))) {
          name++;
        }
        if (words.get(Math.min(name, words.size() - 1)).is("schema", "database", "extension")) {
          return Optional.of("a change of the whole database");
        }
        Optional<String> found = qualified(words, name);
        if (found.isPresent()) {
          return found;
        }
      }
    }
    return Optional.empty();
  }

  private static Optional<String> qualified(List<SqlWord> words, int at) {
    boolean dotted = at + 2 < words.size() && words.get(at).isName() && words.get(at + 1).isDot();
    return dotted && !words.get(at).text().equals("pg_temp")
        ? Optional.of(
            "the target \"" + words.get(at).text() + "." + words.get(at + 2).text() + "\"")
        : Optional.empty();
  }
}
