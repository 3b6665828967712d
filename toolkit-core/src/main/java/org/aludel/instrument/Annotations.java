package org.aludel.instrument;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The annotations of one element, in the order of declaration; repeated ones are listed without
 * their container. What composed annotations stand for follows them.
 *
 * @param contested what two composed annotations say at once; the first of them is listed
 */
public record Annotations(List<AnnotationValues> all, List<Contested> contested) {
  public Annotations {
    all = List.copyOf(all);
    contested = List.copyOf(contested);
  }

  public Annotations(List<AnnotationValues> all) {
    this(all, List.of());
  }

  /**
   * An annotation that two composed annotations bring.
   *
   * @param annotation as a message names it
   * @param one a composed annotation that has it
   * @param other another, or the same one
   */
  public record Contested(String annotation, String one, String other) {}

  /** The annotation of that class name. */
  public Optional<AnnotationValues> find(String type) {
    // A loop, not a stream: this is asked some thirty times for each attribute of each class.
    for (AnnotationValues one : all) {
      if (one.type().equals(type)) {
        return Optional.of(one);
      }
    }
    return Optional.empty();
  }

  /** All annotations of that class name. */
  public List<AnnotationValues> findAll(String type) {
    return has(type) ? all.stream().filter(one -> one.type().equals(type)).toList() : List.of();
  }

  public boolean has(String type) {
    return find(type).isPresent();
  }

  /** The annotations of a package, sub-packages left out. */
  public Stream<AnnotationValues> ofPackage(String packageName) {
    return all.stream().filter(one -> one.packageName().equals(packageName));
  }
}
