package org.aludel.orm.notice;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Inheritance;
import jakarta.persistence.InheritanceType;

/** The root, which has a table and a class below it. */
@Entity
@Inheritance(strategy = InheritanceType.TABLE_PER_CLASS)
public class Notice extends NoticeBase {
  @Id private String code;

  private String text;

  protected Notice() {}

  public Notice(String code, String text) {
    this.code = code;
    this.text = text;
  }

  public String getCode() {
    return code;
  }

  public void setCode(String value) {
    code = value;
  }

  public String getText() {
    return text;
  }

  public void setText(String value) {
    text = value;
  }
}
