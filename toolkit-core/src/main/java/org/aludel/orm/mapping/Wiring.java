package org.aludel.orm.mapping;

import java.util.List;
import java.util.Map;
import org.aludel.error.MappingCode;
import org.aludel.error.MappingException;
import org.aludel.error.Problem;
import org.aludel.schema.Column;
import org.jspecify.annotations.Nullable;

/**
 * What relationships know of each other, resolved after all classes are read. Mappers refer to each
 * other in cycles, so they meet here instead of in constructors; filled once by the builder of the
 * registry and never changed after.
 */
final class Wiring {
  /** The two ends of a join, in the same order. */
  record Join(List<Column> local, List<Column> remote) {
    Join {
      local = List.copyOf(local);
      remote = List.copyOf(remote);
    }
  }

  /** What is known of one relationship after both classes are read. */
  record Link(
      Join join,
      @Nullable Relationship inverse,
      List<Relationship.Order> order,
      @Nullable Association association) {
    Link {
      order = List.copyOf(order);
    }

    Link(Join join, @Nullable Relationship inverse, List<Relationship.Order> order) {
      this(join, inverse, order, null);
    }
  }

  private Map<Class<?>, Mapper<?>> mappers = Map.of();
  private Map<Relationship, Link> links = Map.of();
  private Map<Relationship, BasicProperty> mapKeys = Map.of();

  void complete(
      Map<Class<?>, Mapper<?>> allMappers,
      Map<Relationship, Link> allLinks,
      Map<Relationship, BasicProperty> allMapKeys) {
    mappers = allMappers;
    mapKeys = Map.copyOf(allMapKeys);
    links = Map.copyOf(allLinks);
  }

  Mapper<?> mapper(Class<?> type) {
    Mapper<?> mapper = mappers.get(type);
    if (mapper == null) {
      throw new MappingException(
          Problem.of(
              MappingCode.NOT_MAPPED, "cannot find the mapper of \"" + type.getName() + "\""));
    }
    return mapper;
  }

  Join join(Relationship relationship) {
    return link(relationship).join();
  }

  @Nullable Relationship inverse(Relationship relationship) {
    return link(relationship).inverse();
  }

  List<Relationship.Order> order(Relationship relationship) {
    return link(relationship).order();
  }

  @Nullable Association association(Relationship relationship) {
    return link(relationship).association();
  }

  @Nullable BasicProperty mapKey(Relationship relationship) {
    return mapKeys.get(relationship);
  }

  private Link link(Relationship relationship) {
    Link link = links.get(relationship);
    if (link == null) {
      throw new IllegalStateException("not wired: " + relationship);
    }
    return link;
  }
}
