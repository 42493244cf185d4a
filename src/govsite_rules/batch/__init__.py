"""Many subjects, and the one layer below the command that reads files."""

from .folder import FolderContents, FolderLimits, SiteFile, folder_pages, read_folder, read_site_file, read_table

__all__ = ["FolderContents", "FolderLimits", "SiteFile", "folder_pages", "read_folder", "read_site_file", "read_table"]
