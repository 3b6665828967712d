package org.aludel.instrument;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The annotations of one element, in the order of declaration; repeated ones are listed without
 * their container.
 */
public record Annotations(List<AnnotationValues> all) {
  public Annotations {
    all = List.copyOf(all);
  }

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
