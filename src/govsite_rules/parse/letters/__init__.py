"""Published messages (留言) on letter lists and letter pages: asked, answered, by whom."""
