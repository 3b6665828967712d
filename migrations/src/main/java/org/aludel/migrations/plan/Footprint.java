package org.aludel.migrations.plan;

import java.util.Comparator;
import java.util.Set;
import java.util.TreeSet;
import org.aludel.schema.QualifiedName;

/**
 * What one operation does to resources, from which the order follows: a release stands before the
 * drop or change of a resource, a use behind its creation or change, a name is freed before it is
 * taken again.
 */
final class Footprint {
  private static final Comparator<Resource> ORDER =
      Comparator.comparing(Resource::kind)
          .thenComparing(Resource::object)
          .thenComparing(Resource::part);

  private final Set<Resource> creates = new TreeSet<>(ORDER);
  private final Set<Resource> drops = new TreeSet<>(ORDER);
  private final Set<Resource> alters = new TreeSet<>(ORDER);
  private final Set<Resource> uses = new TreeSet<>(ORDER);
  private final Set<Resource> releases = new TreeSet<>(ORDER);
  private final Set<Resource> precedes = new TreeSet<>(ORDER);
  private final Set<Resource> takes = new TreeSet<>(ORDER);
  private final Set<Resource> frees = new TreeSet<>(ORDER);

  /** The resource exists afterwards. */
  Footprint creates(Resource resource) {
    creates.add(resource);
    return this;
  }

  /** The resource is gone afterwards. */
  Footprint drops(Resource resource) {
    drops.add(resource);
    return this;
  }

  /** The resource is another afterwards. */
  Footprint alters(Resource resource) {
    alters.add(resource);
    return this;
  }

  /** What the operation makes refers to the resource. */
  Footprint uses(Resource resource) {
    uses.add(resource);
    return this;
  }

  /** What the operation takes away referred to the resource. */
  Footprint releases(Resource resource) {
    releases.add(resource);
    return this;
  }

  /** The operation happens within the resource, so while it exists. */
  Footprint touches(Resource resource) {
    return uses(resource).releases(resource);
  }

  /** The operation stands before all others that use, release or change the resource. */
  Footprint precedes(Resource resource) {
    precedes.add(resource);
    return this;
  }

  Footprint takes(Resource name) {
    takes.add(name);
    return this;
  }

  Footprint frees(Resource name) {
    frees.add(name);
    return this;
  }

  /** What was made is taken away and the reverse. */
  Footprint inverse() {
    Footprint inverse = new Footprint();
    inverse.creates.addAll(drops);
    inverse.drops.addAll(creates);
    inverse.alters.addAll(alters);
    inverse.uses.addAll(releases);
    inverse.releases.addAll(uses);
    inverse.takes.addAll(frees);
    inverse.frees.addAll(takes);
    return inverse;
  }

  Footprint within(QualifiedName object) {
    String schema = object.schema();
    return schema == null
        ? this
        : touches(Resource.of(Resource.Kind.SCHEMA, QualifiedName.of(schema)));
  }

  Set<Resource> creates() {
    return creates;
  }

  Set<Resource> drops() {
    return drops;
  }

  Set<Resource> alters() {
    return alters;
  }

  Set<Resource> uses() {
    return uses;
  }

  Set<Resource> releases() {
    return releases;
  }

  Set<Resource> precedes() {
    return precedes;
  }

  Set<Resource> takes() {
    return takes;
  }

  Set<Resource> frees() {
    return frees;
  }
}
