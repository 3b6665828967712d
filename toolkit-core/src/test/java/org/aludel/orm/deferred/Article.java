package org.aludel.orm.deferred;

import jakarta.persistence.Basic;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import org.aludel.orm.annotation.Deferred;
import org.jspecify.annotations.Nullable;

/** Its long texts are read on their first use. */
@Entity
@SuppressWarnings("NullAway.Init") // rows fill them
public class Article extends PressBase {
  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private Long id;

  private String title;

  private int words;

  @Basic(fetch = FetchType.LAZY)
  private @Nullable String body;

  @Deferred(group = "desk")
  private String notes;

  @Deferred(group = "desk")
  private String source;

  @ManyToOne private Writer writer;

  protected Article() {}

  public Article(String title, String body, Writer writer) {
    this.title = title;
    this.body = body;
    this.writer = writer;
    this.words = body.split(" ").length;
    this.notes = "notes on " + title;
    this.source = "source of " + title;
  }

  public Long getId() {
    return id;
  }

  public String getTitle() {
    return title;
  }

  public void setTitle(String value) {
    title = value;
  }

  public int getWords() {
    return words;
  }

  public Article words(int value) {
    words = value;
    return this;
  }

  public @Nullable String getBody() {
    return body;
  }

  public void setBody(@Nullable String value) {
    body = value;
  }

  public String getNotes() {
    return notes;
  }

  public void setNotes(String value) {
    notes = value;
  }

  public String getSource() {
    return source;
  }

  public Writer getWriter() {
    return writer;
  }

  /** More than an accessor, so that nobody knows what it reads. */
  public String line() {
    return title + ": " + body;
  }
}
