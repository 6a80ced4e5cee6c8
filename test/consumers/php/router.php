<?php
// For PHP's own server, which has no FallbackResource: what is a file is served as such.
if (is_file(__DIR__ . rawurldecode(strtok($_SERVER['REQUEST_URI'], '?')))) return false;
require 'page.php';
