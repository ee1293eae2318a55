import type { Corpus } from './corpus.ts';
import { words } from './words.ts';

export const japanese: Corpus = {
  common: words(
    'です ます ので ください お願い します ありがとう ございます はい いいえ 今日 明日 花束 を に は が の と で も から まで よろしく こんにちは すみません お店 お花 これ それ もう 少し とても 大丈夫 時間 何時 いつ どこ',
  ),
  rare: words(
    '向日葵 胡蝶蘭 紫陽花 桜 梅 牡丹 菊 百合 薔薇 水仙 金木犀 観葉植物 鉢植え 花瓶 誕生日 結婚式 記念日 配達 住所 玄関 受付 リボン 陶器 肥料 種 庭 温室 招待状 写真 夕焼け 雷雨 霧雨 朝露 てんとう虫 蝶 紅葉 和菓子 抹茶 祖母 隣人 会議 土曜日 日曜日 祝日 提灯 中庭 噴水 傘 手紙 領収書 カーネーション ラベンダー',
  ),
  given: words('花子 健太 美咲 翔 由美 大輔 さくら 直樹 ゆき 陽子'),
  family: words('田中 佐藤 鈴木 高橋 渡辺 小林 斎藤 山口'),
  separator: '',
  stop: '。',
  dial: '819000',
  country: 'JP',
};
