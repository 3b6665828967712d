package org.aludel.migrations.revision;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.aludel.error.MigrationCode;
import org.aludel.error.Problem;
import org.aludel.error.RevisionException;
import org.aludel.util.Suggestion;
import org.jspecify.annotations.Nullable;

/** Reads one symbol of the command line against a graph and the heads of a database. */
final class SymbolResolver {
  private static final int SHORTEST_PREFIX = 4;
  private static final Pattern RELATIVE = Pattern.compile("(.*?)([+-])(\\d{1,9})");

  private final RevisionMap map;
  private final Collection<String> currentHeads;

  SymbolResolver(RevisionMap map, Collection<String> currentHeads) {
    this.map = map;
    this.currentHeads = currentHeads;
  }

  Target resolve(String symbol) {
    int at = symbol.indexOf('@');
    String branch = at < 0 ? null : branch(symbol, symbol.substring(0, at));
    String rest = symbol.substring(at + 1);
    return new Target(symbol, revisions(symbol, branch, rest), branch);
  }

  private List<String> revisions(String symbol, @Nullable String branch, String rest) {
    Matcher relative = RELATIVE.matcher(rest);
    if (map.labelOwners().containsKey(rest) || !relative.matches()) {
      return named(symbol, branch, rest);
    }
    String start = relative.group(1);
    int steps = Integer.parseInt(relative.group(3));
    boolean up = relative.group(2).equals("+");
    Set<String> from =
        start.isEmpty() ? current(branch) : new LinkedHashSet<>(named(symbol, branch, start));
    return up ? above(symbol, branch, from, steps) : below(symbol, from, steps);
  }

  private List<String> named(String symbol, @Nullable String branch, String name) {
    return switch (name) {
      case "base" -> List.of();
      case "heads" -> heads(branch);
      case "head" -> onlyHead(symbol, branch);
      default -> List.of(one(symbol, branch, name));
    };
  }

  private List<String> heads(@Nullable String branch) {
    Set<String> scope = scope(branch);
    return map.heads().stream().map(Revision::id).filter(scope::contains).toList();
  }

  private List<String> onlyHead(String symbol, @Nullable String branch) {
    List<String> heads = heads(branch);
    if (heads.size() > 1) {
      throw new RevisionException(
          Problem.of(
                  MigrationCode.MULTIPLE_HEADS,
                  "cannot resolve \"" + symbol + "\": there are " + heads.size() + " heads")
              .found(titles(heads) + forkedAt(heads))
              .expected("one head, or a target that names one")
              .fix(
                  "mvn orm:upgrade -Dorm.to="
                      + heads.get(0)
                      + "   or   -Dorm.to=heads\nor join them: mvn orm:merge"));
    }
    return heads;
  }

  private String forkedAt(List<String> heads) {
    Set<String> shared = null;
    for (String head : heads) {
      Set<String> ancestors = map.ancestors(List.of(head));
      if (shared == null) {
        shared = new LinkedHashSet<>(ancestors);
      } else {
        shared.retainAll(ancestors);
      }
    }
    List<String> fork = shared == null ? List.of() : map.maximal(shared);
    return fork.isEmpty() ? "" : "; they branch from " + String.join(", ", fork);
  }

  private String one(String symbol, @Nullable String branch, String name) {
    Revision owner = map.labelOwners().get(name);
    if (map.find(name).isPresent()) {
      return name;
    }
    if (owner != null) {
      return owner.id();
    }
    Set<String> scope = scope(branch);
    List<String> matching =
        name.length() < SHORTEST_PREFIX
            ? List.of()
            : map.revisions().stream()
                .map(Revision::id)
                .filter(id -> id.startsWith(name) && scope.contains(id))
                .toList();
    if (matching.size() == 1) {
      return matching.get(0);
    }
    throw matching.isEmpty() ? unknown(symbol, name) : ambiguous(symbol, name, matching);
  }

  private RevisionException unknown(String symbol, String name) {
    Set<String> known = new LinkedHashSet<>(map.ids());
    known.addAll(map.labelOwners().keySet());
    known.addAll(List.of("head", "heads", "base"));
    return new RevisionException(
        Problem.of(MigrationCode.UNKNOWN_REVISION, "cannot resolve \"" + symbol + "\"")
            .found("no revision or label \"" + name + "\"" + Suggestion.phrase(name, known))
            .expected(
                "a revision id or at least "
                    + SHORTEST_PREFIX
                    + " characters of it, head, heads, base, a branch label, label@head, +1 or -1")
            .fix("mvn orm:history lists the revisions"));
  }

  private RevisionException ambiguous(String symbol, String name, List<String> matching) {
    return new RevisionException(
        Problem.of(MigrationCode.AMBIGUOUS_REVISION, "cannot resolve \"" + symbol + "\"")
            .found(matching.size() + " revisions begin with \"" + name + "\": " + titles(matching))
            .expected("enough characters to name one revision")
            .fix("write the full id"));
  }

  private String branch(String symbol, String name) {
    if (map.labelOwners().containsKey(name)) {
      return name;
    }
    return one(symbol, null, name);
  }

  private Set<String> scope(@Nullable String branch) {
    return branch == null ? map.ids() : map.branch(branch);
  }

  /** The current heads, of a branch where one is named. */
  private Set<String> current(@Nullable String branch) {
    Set<String> applied = map.applied(currentHeads);
    if (branch == null) {
      return new LinkedHashSet<>(map.maximal(applied));
    }
    Set<String> ofBranch = new LinkedHashSet<>(map.branch(branch));
    ofBranch.retainAll(applied);
    Set<String> tips = new LinkedHashSet<>(ofBranch);
    tips.removeIf(id -> map.children(id).stream().anyMatch(ofBranch::contains));
    return tips;
  }

  private List<String> above(String symbol, @Nullable String branch, Set<String> from, int steps) {
    Set<String> scope = scope(branch);
    Set<String> at = from;
    for (int step = 0; step < steps; step++) {
      requireOneLine(symbol, at);
      Set<String> next = new LinkedHashSet<>(at.isEmpty() ? lowest(scope) : following(at));
      next.retainAll(scope);
      if (next.isEmpty()) {
        throw tooFar(symbol, step, "above");
      }
      at = next;
    }
    requireOneLine(symbol, at);
    return List.copyOf(at);
  }

  private Collection<String> lowest(Set<String> scope) {
    return map.revisions().stream()
        .filter(each -> scope.contains(each.id()))
        .filter(each -> each.down().stream().noneMatch(scope::contains))
        .map(Revision::id)
        .toList();
  }

  private Collection<String> following(Set<String> at) {
    return map.children(at.iterator().next());
  }

  private List<String> below(String symbol, Set<String> from, int steps) {
    Set<String> at = from;
    for (int step = 0; step < steps; step++) {
      requireOneLine(symbol, at);
      if (at.isEmpty()) {
        throw tooFar(symbol, step, "below");
      }
      at = new LinkedHashSet<>(map.get(at.iterator().next()).down());
    }
    return List.copyOf(at);
  }

  private void requireOneLine(String symbol, Set<String> at) {
    if (at.size() > 1) {
      throw new RevisionException(
          Problem.of(
                  MigrationCode.AMBIGUOUS_REVISION,
                  "cannot count \"" + symbol + "\": the history has several lines there")
              .found(titles(new ArrayList<>(at)))
              .expected("one line to count along")
              .fix("name a revision, or a branch as in label@+1"));
    }
  }

  private RevisionException tooFar(String symbol, int steps, String direction) {
    return new RevisionException(
        Problem.of(MigrationCode.UNKNOWN_REVISION, "cannot count \"" + symbol + "\"")
            .found("only " + steps + " revisions " + direction)
            .expected("a count within the history")
            .fix("mvn orm:history lists the revisions"));
  }

  private String titles(List<String> ids) {
    return String.join(", ", ids.stream().map(id -> map.get(id).title()).toList());
  }
}
