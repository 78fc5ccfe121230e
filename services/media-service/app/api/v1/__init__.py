"""The public API of the media service."""

from app.api.v1 import content, media, uploads

# uploads first: `/media/usage` must not be taken for a file's id
routers = [uploads.router, media.router, content.router]
