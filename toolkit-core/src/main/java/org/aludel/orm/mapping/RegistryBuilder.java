package org.aludel.orm.mapping;

import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.aludel.error.MappingCode;
import org.aludel.error.MappingException;
import org.aludel.error.Problem;
import org.aludel.instrument.ClassModel;
import org.aludel.instrument.ClassReader;
import org.aludel.instrument.MappingClass;
import org.aludel.schema.MetaData;
import org.aludel.schema.NamingConvention;

/** Collects classes for a {@link Registry}. Not thread-safe. */
public final class RegistryBuilder {
  static final Comparator<Class<?>> BY_NAME = Comparator.comparing(Class::getName);

  private final TreeSet<Class<?>> classes = new TreeSet<>(BY_NAME);

  private NamingConvention convention = NamingConvention.standard();

  RegistryBuilder() {}

  /** How constraints are named that no annotation names; {@code standard()} unless said. */
  public RegistryBuilder naming(NamingConvention value) {
    convention = value;
    return this;
  }

  /**
   * Adds entity classes, whose mapped superclasses are found from them, and classes that map others
   * by {@code @Maps}.
   */
  public RegistryBuilder add(Class<?>... entities) {
    return add(Arrays.asList(entities));
  }

  /** Adds entity classes; their mapped superclasses are found from them. */
  public RegistryBuilder add(Collection<Class<?>> entities) {
    classes.addAll(entities);
    return this;
  }

  /**
   * Chooses how types and names are made that no annotation gives.
   *
   * @param mode {@code aludel}
   * @throws MappingException UNSUPPORTED_DEFAULTS for every other mode
   */
  public RegistryBuilder defaults(String mode) {
    if (!mode.equals("aludel")) {
      throw new MappingException(
          Problem.of(
                  MappingCode.UNSUPPORTED_DEFAULTS,
                  "cannot use the defaults \"" + mode + "\" for mapped classes")
              .expected("aludel; the defaults of Hibernate are not built yet")
              .fix("name types and columns with annotations where they differ"));
    }
    return this;
  }

  /**
   * Maps the classes.
   *
   * @throws MappingException the only fault of the classes, or all of them in one message
   */
  public Registry build() {
    Faults faults = new Faults();
    Generators generators = new Generators(faults);
    classes.forEach(type -> checkEntity(faults, type));
    classes.forEach(type -> checkSuperclass(faults, type));
    ClassReader reader = new ClassReader(new MapsRule(faults).check(classes));
    faults.throwIfAny();
    Set<Class<?>> entities = entities();
    entities.forEach(type -> reader.lineage(type).forEach(generators::collect));
    EntityDrafter drafter = new EntityDrafter(faults, generators, reader);
    Map<Class<?>, EntityDraft> drafts = new LinkedHashMap<>();
    entities.forEach(type -> drafts.put(type, drafter.draft(type)));
    MapperAssembler assembler = new MapperAssembler(faults, convention, drafts);
    Map<Class<?>, Mapper<?>> mappers = assembler.assemble();
    MetaData metaData =
        new MetaDataAssembler(faults, drafts.values())
            .assemble(mappers.values(), assembler.collectionTables(), generators.sequences());
    faults.throwIfAny();
    return new Registry(
        mappers, metaData.withRenames(new RenameReader(mappers).read(drafts.values())));
  }

  /** The classes whose objects are stored; embeddables are found where they are used. */
  private Set<Class<?>> entities() {
    Set<Class<?>> entities = new TreeSet<>(BY_NAME);
    for (Class<?> each : classes) {
      if (Hierarchy.isEntity(each)) {
        entities.add(MappingClass.mapped(each));
      }
    }
    return entities;
  }

  private void checkSuperclass(Faults faults, Class<?> type) {
    Class<?> above = Hierarchy.superEntity(type);
    if (above != null && !classes.contains(above)) {
      String place = Faults.place(type, null);
      faults.add(
          place,
          Faults.invalid(place)
              .found("the superclass \"" + above.getName() + "\", which is not in this registry")
              .expected("all entities of a hierarchy in one registry")
              .fix("add the superclass to the registry"));
    }
  }

  private static void checkEntity(Faults faults, Class<?> type) {
    String place = Faults.place(type, null);
    if (!Hierarchy.isEntity(type) && !EmbeddedDrafter.isPart(type)) {
      faults.add(
          place,
          Problem.of(MappingCode.NOT_MAPPED, "cannot map \"" + place + "\"")
              .found("a class without @Entity")
              .expected("classes annotated with jakarta.persistence.Entity")
              .fix("annotate the class, or leave it out of the registry"));
    } else if (!ClassModel.isMappable(type) && !MappingClass.isMapping(type)) {
      faults.add(place, MappingRules.fault("no-class", place));
    }
  }
}
