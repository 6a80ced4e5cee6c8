<?php
// Stands in for WordPress and Polylang: the few functions that the plugin calls, as their documentation says that they do.
// https://developer.wordpress.org/reference/ and https://polylang.pro/doc/filter-reference/
if (is_file(__DIR__ . rawurldecode(strtok($_SERVER['REQUEST_URI'], '?')))) return false;
define('ABSPATH', __DIR__ . '/');

/** Actions are filters whose result no one takes. */
$hooks = [];
function add_filter(string $hook, callable $callback, int $priority = 10, int $taken = 1): bool {
  $GLOBALS['hooks'][$hook][$priority][] = [$callback, $taken];
  return true;
}
function add_action(string $hook, callable $callback, int $priority = 10, int $taken = 1): bool {
  return add_filter($hook, $callback, $priority, $taken);
}
function remove_action(string $hook, callable $callback, int $priority = 10): bool {
  $before = $GLOBALS['hooks'][$hook][$priority] ?? [];
  $after = array_filter($before, fn ($one) => $one[0] !== $callback);
  $GLOBALS['hooks'][$hook][$priority] = $after;
  return count($after) < count($before);
}
function apply_filters(string $hook, mixed $value, mixed ...$more): mixed {
  $priorities = $GLOBALS['hooks'][$hook] ?? [];
  ksort($priorities);
  foreach ($priorities as $callbacks)
    foreach ($callbacks as [$callback, $taken]) $value = $callback(...array_slice([$value, ...$more], 0, $taken));
  return $value;
}
/** Without arguments a callback gets one empty text. */
function do_action(string $hook, mixed ...$arguments): void {
  $priorities = $GLOBALS['hooks'][$hook] ?? [];
  ksort($priorities);
  foreach ($priorities as $callbacks)
    foreach ($callbacks as [$callback, $taken]) $callback(...array_slice($arguments ?: [''], 0, $taken));
}

$shortcodes = [];
function add_shortcode(string $tag, callable $callback): void {
  $GLOBALS['shortcodes'][$tag] = $callback;
}
/** Attributes are an array of their values by name; of a shortcode without any, an empty text. */
function do_shortcode(string $content): string {
  return preg_replace_callback('/\[([a-z]+)((?:\s+[a-z]+="[^"]*")*)\s*\]/', function ($found) {
    $callback = $GLOBALS['shortcodes'][$found[1]] ?? null;
    if ($callback === null) return $found[0];
    preg_match_all('/([a-z]+)="([^"]*)"/', $found[2], $pairs, PREG_SET_ORDER);
    return $callback($pairs ? array_column($pairs, 2, 1) : '', null, $found[1]);
  }, $content);
}

/** Written in the editor: one page of WordPress a language, its address and its title. */
$posts = json_decode(file_get_contents(ABSPATH . 'posts.json'));
function pll_current_language(string $field = 'slug'): string|false {
  return get_post()->language ?? false;
}
function get_post(): ?object {
  foreach ($GLOBALS['posts'] as $post)
    if ($post->url === strtok($_SERVER['REQUEST_URI'], '?')) return $post;
  return null;
}
function esc_html(string $text): string {
  return htmlspecialchars($text, ENT_QUOTES, 'UTF-8', false);
}
function rel_canonical(): void {
  echo '<link rel="canonical" href="https://www.example-clinic.no', get_post()->url, "\">\n";
}
function title_tag(): void {
  echo '<title>', esc_html(get_post()->post_title), "</title>\n";
}
/** Polylang's: the pages that the editor has linked to each other. */
function hreflang(): void {
  $linked = array_filter($GLOBALS['posts'], fn ($post) => $post->post_content === get_post()->post_content);
  $addresses = array_column($linked, 'url', 'language');
  foreach (apply_filters('pll_rel_hreflang_attributes', $addresses) as $language => $url)
    echo '<link rel="alternate" href="https://www.example-clinic.no', $url, '" hreflang="', $language, "\">\n";
}
add_action('wp_head', 'title_tag', 1);
add_action('wp_head', 'rel_canonical');
add_action('wp_head', 'hreflang', 1);
/** Paragraphs come before shortcodes, and none is put around a shortcode. */
add_filter('the_content', fn ($content) => "<p>$content</p>");
add_filter('the_content', fn ($content) => preg_replace('/<p>(\[[^\]]*\])<\/p>/', '$1', $content));
add_filter('the_content', 'do_shortcode', 11);

require 'malvakt.php';

if (get_post() === null) {
  http_response_code(404);
  exit('Not found');
}
do_action('template_redirect');
?>
<!doctype html>
<html lang="<?= get_post()->language ?>" dir="<?= get_post()->language === 'ar' ? 'rtl' : 'ltr' ?>">
<head><meta charset="utf-8"><?php do_action('wp_head') ?></head>
<body><main><h1><?= esc_html(get_post()->post_title) ?></h1>
<?= apply_filters('the_content', get_post()->post_content) ?></main></body>
</html>
