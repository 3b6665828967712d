package org.aludel.instrument;

import java.util.ArrayList;
import java.util.Arrays;
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
    return all.stream().filter(one -> one.type().equals(type)).findFirst();
  }

  /** All annotations of that class name. */
  public List<AnnotationValues> findAll(String type) {
    return all.stream().filter(one -> one.type().equals(type)).toList();
  }

  public boolean has(String type) {
    return find(type).isPresent();
  }

  /** The annotations of a package, sub-packages left out. */
  public Stream<AnnotationValues> ofPackage(String packageName) {
    return all.stream().filter(one -> one.packageName().equals(packageName));
  }

  static Annotations of(java.lang.annotation.Annotation[] annotations) {
    List<AnnotationValues> found = new ArrayList<>();
    Arrays.stream(annotations).map(AnnotationReader::read).forEach(one -> unfold(one, found));
    return new Annotations(found);
  }

  private static void unfold(AnnotationValues one, List<AnnotationValues> into) {
    List<AnnotationValues> repeated = one.nestedList("value");
    // A container in the sense of JLS 9.6.3 as this project writes it: named List inside its
    // element. Those of jakarta.persistence keep their own names, and their own rules.
    boolean container =
        !repeated.isEmpty()
            && repeated.stream().allMatch(each -> one.type().equals(each.type() + "$List"));
    if (container) {
      into.addAll(repeated);
    } else {
      into.add(one);
    }
  }
}
