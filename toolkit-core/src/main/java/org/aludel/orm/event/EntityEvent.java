package org.aludel.orm.event;

/** What happens to an object, named as the callbacks of {@code jakarta.persistence}. */
public enum EntityEvent {
  PRE_PERSIST("PrePersist"),
  POST_PERSIST("PostPersist"),
  PRE_UPDATE("PreUpdate"),
  POST_UPDATE("PostUpdate"),
  PRE_REMOVE("PreRemove"),
  POST_REMOVE("PostRemove"),
  POST_LOAD("PostLoad");

  private final String annotation;

  EntityEvent(String annotation) {
    this.annotation = annotation;
  }

  /** The simple name of the annotation. */
  String annotation() {
    return annotation;
  }
}
