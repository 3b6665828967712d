package org.aludel.orm.mapping;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.aludel.instrument.ClassModel;
import org.aludel.orm.inheritance.InheritanceStrategy;
import org.aludel.schema.Column;
import org.aludel.schema.NamingConvention;
import org.aludel.schema.Table;
import org.aludel.util.Suggestion;
import org.jspecify.annotations.Nullable;

/** Builds mappers from drafts, once the columns of all foreign keys are known. */
final class MapperAssembler {
  private final Faults faults;
  private final Map<Class<?>, EntityDraft> drafts;
  private final Wiring wiring = new Wiring();
  private final Map<Class<?>, Map<String, JoinResolver.Resolved>> joins = new HashMap<>();
  private final ImpliedReferences implied;
  private final Map<Class<?>, Mapper<?>> mappers = new LinkedHashMap<>();
  private final Map<Class<?>, Mapper<?>> made = new HashMap<>();
  private final LineageAssembler lineages;
  private final AssociationAssembler associations;
  private final Map<EntityDraft.Draft, Association> tables = new LinkedHashMap<>();
  private final ElementAssembler elements;

  MapperAssembler(Faults faults, NamingConvention convention, Map<Class<?>, EntityDraft> drafts) {
    this.faults = faults;
    this.drafts = drafts;
    this.implied = new ImpliedReferences(faults, drafts);
    this.associations = new AssociationAssembler(faults, convention, drafts);
    this.elements = new ElementAssembler(faults, convention, associations);
    this.lineages = new LineageAssembler(faults, convention, drafts, this::tableJoins);
  }

  /** All mappers in the order of the drafts; not usable when there are faults. */
  Map<Class<?>, Mapper<?>> assemble() {
    JoinResolver resolver = new JoinResolver(faults, drafts);
    drafts.forEach((type, draft) -> joins.put(type, resolve(resolver, draft)));
    implied.resolve(resolver);
    drafts.values().forEach(this::associate);
    drafts.forEach((type, draft) -> mappers.put(type, made(draft)));
    lineages.complete(mappers.values());
    faults.throwIfAny();
    wire();
    return mappers;
  }

  private void associate(EntityDraft draft) {
    for (EntityDraft.Draft attribute : draft.ownAttributes()) {
      if (attribute instanceof EntityDraft.Elements own) {
        elements.add(draft, own);
      }
      if (attribute instanceof EntityDraft.Collection collection) {
        PositionRule.check(collection, drafts, faults);
      }
      if (attribute instanceof EntityDraft.Many many) {
        associate(draft, many);
      }
    }
  }

  private void associate(EntityDraft draft, EntityDraft.Many many) {
    checkMapKey(draft, many, many.terms().target());
    if (many.isByCondition()) {
      requireMapped(many);
    } else if (!many.mappedBy().isEmpty()) {
      associations.checkMappedBy(draft, many);
    } else {
      Association association = associations.of(draft, many);
      if (association != null) {
        tables.put(many, association);
      }
    }
  }

  private void requireMapped(EntityDraft.Many many) {
    if (!drafts.containsKey(many.terms().target())) {
      JoinResolver.unmapped(faults, many, many.terms().target());
    }
  }

  /** The tables of many-to-many relationships and of values, in the order of their classes. */
  List<Table> collectionTables() {
    List<Table> all = new ArrayList<>();
    tables.values().stream().filter(one -> !one.viewOnly()).forEach(one -> all.add(one.table()));
    all.addAll(elements.tables());
    return List.copyOf(all);
  }

  private static Map<String, JoinResolver.Resolved> resolve(
      JoinResolver resolver, EntityDraft draft) {
    Map<String, JoinResolver.Resolved> resolved = new LinkedHashMap<>();
    for (EntityDraft.Draft attribute : draft.attributes()) {
      if (attribute instanceof EntityDraft.Reference reference) {
        JoinResolver.Resolved join = resolver.resolve(draft, reference);
        if (join != null) {
          resolved.put(reference.field().name(), join);
        }
      }
    }
    return resolved;
  }

  /** The mapper of a class, after that of the class which it extends. */
  private Mapper<?> made(EntityDraft draft) {
    Mapper<?> known = made.get(draft.type());
    if (known == null) {
      EntityDraft above = draft.superDraft();
      known = mapper(draft, lineages.of(draft, above == null ? null : made(above)));
      made.put(draft.type(), known);
    }
    return known;
  }

  private Mapper<?> mapper(EntityDraft draft, Lineage lineage) {
    Table table = lineage.tables().get(lineage.tables().size() - 1);
    List<BasicProperty> basics = new ArrayList<>();
    List<BasicProperty> ids = new ArrayList<>();
    BasicProperty version = null;
    for (EntityDraft.Basic basic : draft.basics()) {
      BasicProperty property = property(basic, basics.size());
      basics.add(property);
      if (basic.id()) {
        ids.add(property);
      }
      version = basic.version() ? property : version;
    }
    List<Relationship> relationships = relationships(draft, basics.size());
    boolean noRows =
        lineage.strategy() == InheritanceStrategy.TABLE_PER_CLASS
            && ClassModel.isAbstract(draft.type());
    boolean managed = !noRows && draft.isManaged();
    List<ElementCollection> values = elements.of(draft, basics.size());
    List<Relationship> hidden =
        implied(draft, basics.size() + relationships.size() + values.size());
    return new Mapper<>(
        draft.type(),
        new Mapper.Parts(
            table,
            basics,
            ids,
            version,
            relationships,
            values,
            hidden,
            managed,
            draft.isView(),
            lineage,
            draft.model().annotated()));
  }

  /** The joins of a class, and of the keys that collections elsewhere put into its table. */
  private Map<String, JoinResolver.Resolved> tableJoins(EntityDraft draft) {
    Map<String, JoinResolver.Resolved> all = new LinkedHashMap<>(joins(draft.type()));
    implied.of(draft).forEach(one -> all.put(one.name(), one.join()));
    return all;
  }

  private Map<String, JoinResolver.Resolved> joins(Class<?> type) {
    return joins.getOrDefault(type, Map.of());
  }

  private static BasicProperty property(EntityDraft.Basic basic, int slot) {
    EntityDraft.Writes writes = basic.writes();
    return new BasicProperty(
        basic.path(),
        slot,
        basic.embedded() ? ClassModel.boxed(basic.field().type()) : basic.field().type(),
        basic.column(),
        writes.insertable(),
        writes.updatable(),
        writes.generation(),
        writes.sequence(),
        Deferral.group(basic.field().annotations()));
  }

  private List<Relationship> relationships(EntityDraft draft, int firstSlot) {
    List<Relationship> relationships = new ArrayList<>();
    int slot = firstSlot - 1;
    for (EntityDraft.Draft attribute : draft.attributes()) {
      slot += attribute instanceof EntityDraft.Basic ? 0 : 1;
      if (attribute instanceof EntityDraft.Reference reference) {
        relationships.add(new Relationship(facts(draft, reference, slot), wiring));
      } else if (attribute instanceof EntityDraft.Collection collection) {
        checkMappedBy(draft, collection);
        checkMapKey(draft, collection, collection.terms().target());
        relationships.add(new Relationship(facts(draft, collection, slot), wiring));
      } else if (attribute instanceof EntityDraft.Many many) {
        relationships.add(new Relationship(facts(draft, many, slot), wiring));
      }
    }
    return relationships;
  }

  private List<Relationship> implied(EntityDraft draft, int firstSlot) {
    List<Relationship> hidden = new ArrayList<>();
    for (ImpliedReferences.Implied one : implied.of(draft)) {
      RelationshipTerms terms = one.join().reference().terms();
      hidden.add(
          new Relationship(
              new RelationshipFacts(
                  draft.type(),
                  one.element().type(),
                  one.name(),
                  firstSlot + hidden.size(),
                  terms.target(),
                  terms.target(),
                  terms.kind(),
                  null,
                  Set.of(),
                  false,
                  terms.load(),
                  terms.optional(),
                  one.join().insertable(),
                  one.join().updatable(),
                  null),
              wiring));
    }
    return hidden;
  }

  private RelationshipFacts facts(EntityDraft draft, EntityDraft.Reference reference, int slot) {
    JoinResolver.Resolved join = joins(draft.type()).get(reference.field().name());
    RelationshipTerms terms = reference.terms();
    return new RelationshipFacts(
        draft.type(),
        draft.declaring(reference).type(),
        reference.field().name(),
        slot,
        reference.field().type(),
        terms.target(),
        terms.kind(),
        null,
        terms.cascades(),
        terms.orphanRemoval(),
        terms.load(),
        terms.optional(),
        join != null && join.insertable(),
        join != null && join.updatable(),
        null);
  }

  private static RelationshipFacts facts(
      EntityDraft draft, EntityDraft.Collection collection, int slot) {
    RelationshipTerms terms = collection.terms();
    return new RelationshipFacts(
        draft.type(),
        draft.declaring(collection).type(),
        collection.field().name(),
        slot,
        collection.field().type(),
        terms.target(),
        terms.kind(),
        collection.joined() ? null : collection.mappedBy(),
        terms.cascades(),
        terms.orphanRemoval(),
        terms.load(),
        terms.optional(),
        false,
        false,
        ElementDrafter.nullablePosition(collection.field()));
  }

  private static RelationshipFacts facts(EntityDraft draft, EntityDraft.Many many, int slot) {
    RelationshipTerms terms = many.terms();
    return new RelationshipFacts(
        draft.type(),
        draft.declaring(many).type(),
        many.field().name(),
        slot,
        many.field().type(),
        terms.target(),
        terms.kind(),
        many.mappedBy().isEmpty() ? null : many.mappedBy(),
        terms.cascades(),
        false,
        terms.load(),
        true,
        false,
        false,
        null);
  }

  private void checkMappedBy(EntityDraft draft, EntityDraft.Collection collection) {
    if (collection.joined() || draft.declaring(collection) != draft) {
      return; // checked elsewhere, or with the class that declares it
    }
    EntityDraft target = drafts.get(collection.terms().target());
    if (target == null) {
      JoinResolver.unmapped(faults, collection, collection.terms().target());
      return;
    }
    boolean oneToOne = collection.terms().kind() == Relationship.Kind.ONE_TO_ONE;
    List<String> candidates =
        target.ownAttributes().stream()
            .filter(EntityDraft.Reference.class::isInstance)
            .map(EntityDraft.Reference.class::cast)
            .filter(one -> one.terms().target() == draft.type())
            .filter(one -> (one.terms().kind() == Relationship.Kind.ONE_TO_ONE) == oneToOne)
            .map(one -> one.field().name())
            .toList();
    String name = collection.mappedBy();
    if (candidates.contains(name)) {
      return;
    }
    faults.add(
        collection.place(),
        MappingRules.fault(
            "mapped-by-unknown",
            collection.place(),
            name,
            Suggestion.phrase(name, candidates),
            Faults.place(target.type(), null),
            Faults.place(draft.type(), null),
            oneToOne ? "@OneToOne" : "@ManyToOne"));
  }

  private void wire() {
    Map<Relationship, Wiring.Link> links = new HashMap<>();
    for (Mapper<?> mapper : mappers.values()) {
      for (Relationship relationship : mapper.relationships()) {
        if (relationship.isByCondition()) {
          links.put(relationship, linkByCondition(relationship));
        } else if (relationship.kind() == Relationship.Kind.MANY_TO_MANY) {
          links.put(relationship, linkMany(relationship));
        } else if (relationship.isReference() || relationship.mappedBy() != null) {
          links.put(relationship, link(mapper, relationship));
        }
      }
      linkImplied(mapper, links);
    }
    faults.throwIfAny();
    wiring.complete(mappers, links, mapKeys());
  }

  private Map<Relationship, BasicProperty> mapKeys() {
    Map<Relationship, BasicProperty> keys = new HashMap<>();
    for (Mapper<?> mapper : mappers.values()) {
      EntityDraft draft = Objects.requireNonNull(drafts.get(mapper.type()));
      for (EntityDraft.Draft attribute : draft.attributes()) {
        if (attribute.field().annotations().has(Words.MAP_KEY)) {
          String name = attribute.field().name();
          Relationship relationship = Objects.requireNonNull(relationshipOf(draft.type(), name));
          Class<?> target = relationship.facts().target();
          EntityDraft element = Objects.requireNonNull(drafts.get(target));
          BasicProperty key = MapKeys.property(attribute.field(), element, targetMapper(target));
          keys.put(relationship, Objects.requireNonNull(key));
        }
      }
    }
    return keys;
  }

  private void checkMapKey(EntityDraft draft, EntityDraft.Draft attribute, Class<?> target) {
    EntityDraft element = drafts.get(target);
    if (element != null && draft.declaring(attribute) == draft) {
      new MapKeys(faults).check(attribute.field(), element);
    }
  }

  /** Both sides of each foreign key that no attribute holds. */
  private void linkImplied(Mapper<?> mapper, Map<Relationship, Wiring.Link> links) {
    EntityDraft draft = Objects.requireNonNull(drafts.get(mapper.type()));
    List<ImpliedReferences.Implied> found = implied.of(draft);
    for (int index = 0; index < found.size(); index++) {
      Relationship reference = mapper.impliedReferences().get(index);
      EntityDraft.Collection collection = found.get(index).collection();
      JoinResolver.Resolved join = found.get(index).join();
      Relationship mirror =
          Objects.requireNonNull(
              relationshipOf(found.get(index).owner().type(), collection.field().name()));
      links.put(
          reference,
          new Wiring.Link(new Wiring.Join(join.local(), join.remote()), mirror, List.of()));
      links.put(
          mirror,
          new Wiring.Link(
              new Wiring.Join(join.remote(), join.local()),
              reference,
              new OrderTerms(faults).read(collection, mapper)));
    }
  }

  private Wiring.Link linkMany(Relationship relationship) {
    Class<?> target = relationship.facts().target();
    EntityDraft.Many many = many(relationship.facts().owner(), relationship.name());
    String mappedBy = relationship.mappedBy();
    Association owning = tables.get(mappedBy == null ? many : many(target, mappedBy));
    Association association =
        Objects.requireNonNull(mappedBy == null || owning == null ? owning : owning.reversed());
    List<Column> near = columns(targetMapper(relationship.facts().owner()).ids());
    List<Column> far = columns(targetMapper(target).ids());
    return new Wiring.Link(
        new Wiring.Join(near, far),
        mappedBy == null ? inverse(relationship, target) : relationshipOf(target, mappedBy),
        new OrderTerms(faults).read(many, many.orderBy(), targetMapper(target)),
        association);
  }

  private Wiring.Link linkByCondition(Relationship relationship) {
    Mapper<?> target = targetMapper(relationship.facts().target());
    EntityDraft.Many many = many(relationship.facts().owner(), relationship.name());
    return new Wiring.Link(
        new Wiring.Join(
            columns(targetMapper(relationship.facts().owner()).ids()), columns(target.ids())),
        null,
        new OrderTerms(faults).read(many, many.orderBy(), target));
  }

  private static List<Column> columns(List<BasicProperty> properties) {
    return properties.stream().map(BasicProperty::column).toList();
  }

  private EntityDraft.Many many(Class<?> type, String name) {
    return Objects.requireNonNull(drafts.get(type)).attributes().stream()
        .filter(EntityDraft.Many.class::isInstance)
        .map(EntityDraft.Many.class::cast)
        .filter(one -> one.field().name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private Wiring.Link link(Mapper<?> mapper, Relationship relationship) {
    Class<?> target = relationship.facts().target();
    String mappedBy = relationship.mappedBy();
    if (mappedBy == null) {
      JoinResolver.Resolved join = resolved(mapper.type(), relationship.name());
      return new Wiring.Link(
          new Wiring.Join(join.local(), join.remote()), inverse(relationship, target), List.of());
    }
    JoinResolver.Resolved join = resolved(target, mappedBy);
    return new Wiring.Link(
        new Wiring.Join(join.remote(), join.local()),
        relationshipOf(target, mappedBy),
        new OrderTerms(faults).read(collection(mapper.type(), relationship), targetMapper(target)));
  }

  private JoinResolver.Resolved resolved(Class<?> type, String name) {
    JoinResolver.Resolved join = joins(type).get(name);
    if (join == null) {
      throw new IllegalStateException("no join of " + type.getName() + "." + name);
    }
    return join;
  }

  private Mapper<?> targetMapper(Class<?> target) {
    Mapper<?> mapper = mappers.get(target);
    if (mapper == null) {
      throw new IllegalStateException("no mapper of " + target.getName());
    }
    return mapper;
  }

  private @Nullable Relationship relationshipOf(Class<?> type, String name) {
    return targetMapper(type).relationships().stream()
        .filter(one -> one.name().equals(name))
        .findFirst()
        .orElse(null);
  }

  private @Nullable Relationship inverse(Relationship reference, Class<?> target) {
    List<Relationship> mirrors =
        targetMapper(target).relationships().stream()
            .filter(
                one ->
                    reference.name().equals(one.mappedBy())
                        && one.facts().target() == reference.facts().declaredBy())
            .toList();
    if (mirrors.size() > 1) {
      String place = mirrors.get(1).toString();
      faults.add(place, MappingRules.fault("mapped-by-twice", place, reference.name()));
    }
    return mirrors.isEmpty() ? null : mirrors.get(0);
  }

  private EntityDraft.Collection collection(Class<?> type, Relationship relationship) {
    EntityDraft draft = drafts.get(type);
    if (draft != null) {
      for (EntityDraft.Draft attribute : draft.attributes()) {
        if (attribute instanceof EntityDraft.Collection collection
            && collection.field().name().equals(relationship.name())) {
          return collection;
        }
      }
    }
    throw new IllegalStateException("no draft of " + relationship);
  }
}
