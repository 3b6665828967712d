package org.aludel.orm.graph;

import jakarta.persistence.Column;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import org.aludel.orm.mapping.DeclarativeBase;

/**
 * What the classes of the model test have in common: a name that stays, and a text that changes.
 */
@MappedSuperclass
public abstract class GraphBase extends DeclarativeBase {
  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private Long id;

  @Column(unique = true, nullable = false)
  private String tag;

  private String text;

  public Long getId() {
    return id;
  }

  public String getTag() {
    return tag;
  }

  public void setTag(String value) {
    tag = value;
  }

  public String getText() {
    return text;
  }

  public void setText(String value) {
    text = value;
  }
}
