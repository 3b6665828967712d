package org.aludel.migrations.compare;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.aludel.migrations.extension.ComparatorAnswer;
import org.aludel.migrations.extension.Comparators;
import org.aludel.migrations.extension.ComparedName;
import org.aludel.migrations.extension.ComparedPair;
import org.aludel.migrations.extension.SchemaComparator;
import org.aludel.migrations.extension.Subject;
import org.aludel.migrations.operation.Operation;
import org.aludel.schema.MetaData;
import org.aludel.schema.Table;

/** Joins what Aludel's comparators found and what those of users say. */
final class OwnComparators {
  private static final String ALL = "metadata";
  private static final ComparedName WHOLE = new ComparedName(ALL, "", null, null);

  private final Comparators comparators;
  private final Pairing pairing;
  private final ComparedNames names;
  private final List<Operation> added = new ArrayList<>();
  private final Set<ComparedName> stopped = new HashSet<>();
  private final Set<ComparedName> replaced = new HashSet<>();

  OwnComparators(CompareOptions options) {
    this.comparators = options.additions().comparators();
    this.pairing = new Pairing(options.defaultSchema());
    this.names = new ComparedNames(options.defaultSchema());
  }

  /**
   * The operations that are heard.
   *
   * @param found by Aludel's own comparators
   */
  List<Operation> heard(List<Operation> found, MetaData database, MetaData model) {
    for (SchemaComparator comparator : comparators.own()) {
      pairs(comparator.target(), database, model)
          .filter(pair -> stops(pair.name()).noneMatch(stopped::contains))
          .forEach(pair -> ask(comparator, pair));
    }
    List<Operation> heard = new ArrayList<>(found);
    heard.removeIf(each -> isSilent(Subject.of(each)));
    heard.addAll(added);
    return heard;
  }

  private void ask(SchemaComparator comparator, ComparedPair pair) {
    ComparatorAnswer answer = comparators.ask(comparator, pair);
    added.addAll(answer.operations());
    if (answer.stops()) {
      stopped.add(pair.name());
      if (comparator.priority() <= SchemaComparator.MEDIUM) {
        replaced.add(pair.name());
      }
    }
  }

  private Stream<ComparedPair> pairs(String target, MetaData database, MetaData model) {
    if (target.equals(ALL)) {
      return Stream.of(new ComparedPair(WHOLE, database, model, database, model));
    }
    List<Pairing.Pair> wholes = pairing.wholes(database, model);
    Stream<Pairing.Pair> parts =
        wholes.stream()
            .filter(each -> each.either() instanceof Table)
            .flatMap(each -> pairing.parts(each).stream());
    return Stream.concat(wholes.stream(), parts)
        .filter(each -> each.name().kind().equals(target))
        .map(each -> new ComparedPair(each.name(), each.database(), each.model(), database, model));
  }

  /** An answer about a table is one about its parts; one about all is one about each. */
  private static Stream<ComparedName> stops(ComparedName name) {
    Stream<ComparedName> table =
        name.table() == null
            ? Stream.empty()
            : Stream.of(new ComparedName("table", name.table(), name.schema(), null));
    return Stream.concat(Stream.of(name, WHOLE), table);
  }

  private boolean isSilent(Subject subject) {
    if (subject.aspect() != null && !comparators.hears(subject.aspect())) {
      return true;
    }
    return replaced.contains(WHOLE) || replaced.stream().anyMatch(each -> isAbout(each, subject));
  }

  private boolean isAbout(ComparedName name, Subject subject) {
    String schema = names.schemaOf(subject.object());
    String object = subject.object().name();
    if (name.table() != null) {
      return name.table().equals(object)
          && schema.equals(name.schema())
          && name.name().equals(subject.part());
    }
    return name.name().equals(object)
        && (name.schema() == null || Objects.equals(name.schema(), schema));
  }
}
