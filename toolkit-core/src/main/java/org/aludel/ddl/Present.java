package org.aludel.ddl;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import org.aludel.error.Problem;
import org.aludel.error.SchemaCode;
import org.aludel.error.SchemaException;
import org.aludel.schema.CompositeType;
import org.aludel.schema.Domain;
import org.aludel.schema.EnumType;
import org.aludel.schema.Extension;
import org.aludel.schema.MetaData;
import org.aludel.schema.Namespace;
import org.aludel.schema.ObjectKind;
import org.aludel.schema.ObjectReference;
import org.aludel.schema.QualifiedName;
import org.aludel.schema.RangeType;
import org.aludel.schema.SchemaObject;
import org.aludel.schema.Sequence;
import org.aludel.schema.Table;
import org.aludel.schema.View;

/** The part of a MetaData that is there, or is not. Objects are told by name, never by content. */
public final class Present {
  private Present() {}

  /**
   * What has to be asked for before {@link #part} can choose; a table stands for all of its parts.
   *
   * @throws SchemaException SCHEMA-INVALID-OBJECT where the MetaData holds what cannot be looked up
   *     by its name, such as routines and triggers
   */
  public static List<ObjectReference> references(MetaData metaData) {
    if (!metaData.definedObjects().isEmpty()) {
      throw new SchemaException(
          Problem.of(SchemaCode.INVALID_OBJECT, "cannot tell what is there of a MetaData")
              .found("\"" + metaData.definedObjects().get(0).reference() + "\" in it")
              .expected("tables, views, types, sequences, extensions and schemas alone")
              .fix("create all of it in an empty database, or write a revision"));
    }
    List<ObjectReference> all = new ArrayList<>();
    metaData.namespaces().forEach(one -> all.add(reference(one)));
    metaData.extensions().forEach(one -> all.add(reference(one)));
    metaData.enums().forEach(one -> all.add(reference(one)));
    metaData.sequences().forEach(one -> all.add(reference(one)));
    metaData.objects().stream().map(SchemaObject::reference).forEach(all::add);
    metaData.tables().forEach(one -> all.add(one.reference()));
    return all;
  }

  /** The same MetaData with the objects alone that the test admits. */
  public static MetaData part(MetaData metaData, Predicate<ObjectReference> admits) {
    return metaData
        .copy()
        .namespaces(kept(metaData.namespaces(), Present::reference, admits))
        .extensions(kept(metaData.extensions(), Present::reference, admits))
        .enums(kept(metaData.enums(), Present::reference, admits))
        .domains(kept(metaData.domains(), Domain::reference, admits))
        .compositeTypes(kept(metaData.compositeTypes(), CompositeType::reference, admits))
        .rangeTypes(kept(metaData.rangeTypes(), RangeType::reference, admits))
        .sequences(kept(metaData.sequences(), Present::reference, admits))
        .tables(kept(metaData.tables(), Table::reference, admits))
        .views(kept(metaData.views(), View::reference, admits))
        .build();
  }

  private static <T> List<T> kept(
      List<T> all, Function<T, ObjectReference> reference, Predicate<ObjectReference> admits) {
    return all.stream().filter(one -> admits.test(reference.apply(one))).toList();
  }

  private static ObjectReference reference(Namespace namespace) {
    return ObjectReference.of(ObjectKind.SCHEMA, QualifiedName.of(namespace.name()));
  }

  private static ObjectReference reference(Extension extension) {
    return ObjectReference.of(ObjectKind.EXTENSION, QualifiedName.of(extension.name()));
  }

  private static ObjectReference reference(EnumType type) {
    return ObjectReference.of(ObjectKind.ENUM, type.name());
  }

  private static ObjectReference reference(Sequence sequence) {
    return ObjectReference.of(ObjectKind.SEQUENCE, sequence.name());
  }
}
