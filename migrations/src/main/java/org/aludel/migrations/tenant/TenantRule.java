package org.aludel.migrations.tenant;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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
  private static final String PATH = "a change of the search path";
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

  /** How SQL leaves the tenant's schema, or empty if it does not. */
  Optional<String> escape(String sql) {
    List<SqlWord> words = SqlWord.of(sql);
    return tenant(words)
        .or(
            () ->
                statements(words).stream()
                    .flatMap(each -> statement(each, false).stream())
                    .findFirst());
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

  /** A text may hold several; each begins anew. */
  private static List<List<SqlWord>> statements(List<SqlWord> words) {
    List<List<SqlWord>> all = new ArrayList<>();
    int start = 0;
    for (int at = 0; at <= words.size(); at++) {
      if (at == words.size() || words.get(at).isSign(";")) {
        all.add(words.subList(start, at));
        start = at + 1;
      }
    }
    return all;
  }

  private static Optional<String> statement(List<SqlWord> words, boolean inBlock) {
    if (SearchPathChange.in(words)) {
      return Optional.of(PATH);
    }
    boolean block = inBlock || (!words.isEmpty() && words.get(0).is("do"));
    for (SqlWord word : words) {
      if (block && word.kind() == SqlWord.Kind.TEXT) {
        Optional<String> inside = block(word.text());
        if (inside.isPresent()) {
          return inside;
        }
      }
    }
    return new StatementTarget(words, inBlock).foreign();
  }

  /** The body of a block, and the texts in it, which EXECUTE would run. */
  private static Optional<String> block(String body) {
    List<SqlWord> words = SqlWord.of(body);
    return SearchPathChange.inBlock(words)
        ? Optional.of(PATH)
        : statements(words).stream().flatMap(each -> statement(each, true).stream()).findFirst();
  }
}
